package ma.jisr.sandbox.wallet.account;

import java.util.stream.Stream;

/**
 * The three levels of payment accounts in Morocco, by what is known of their holder. What each may
 * hold is Bank Al-Maghrib's; what each may spend a day is an invention of the sandbox.
 */
public enum Level {
  /** The number alone is known. */
  ONE(1, 200_00, 200_00, 10),
  /** An identity card was shown. */
  TWO(2, 5_000_00, 2_500_00, 30),
  /** A branch was visited. */
  THREE(3, 20_000_00, 10_000_00, 100);

  private final int number;
  private final long most;
  private final long day;
  private final int times;

  Level(int number, long most, long day, int times) {
    this.number = number;
    this.most = most;
    this.day = day;
    this.times = times;
  }

  /** What it may hold, and pay at once, in centimes. */
  public long most() {
    return most;
  }

  /** What it may pay a day, in centimes. */
  public long day() {
    return day;
  }

  /** How often it may pay a day. */
  public int times() {
    return times;
  }

  /** Its number, 1 to 3. */
  public int number() {
    return number;
  }

  /** The level with the number 1 to 3. */
  public static Level of(int number) {
    return Stream.of(values())
        .filter(level -> level.number == number)
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there are levels 1, 2 and 3"));
  }
}
