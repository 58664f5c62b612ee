package ma.jisr.sandbox.wallet.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;

/** The wallet of a number. Touched on the loop only. */
public final class Wallet implements Holder {
  /** PINs that may be wrong one after the other; the last of them locks the wallet. */
  public static final int TRIES = 3;

  private final String msisdn;
  private Issuer issuer;
  private Level level;
  private byte[] pin;
  private int wrong;
  private boolean closed;
  private LocalDate day = LocalDate.EPOCH;
  private long spent;
  private int times;

  Wallet(String msisdn, Issuer issuer, Level level, String pin) {
    this.msisdn = msisdn;
    this.issuer = issuer;
    this.level = level;
    this.pin = octets(pin);
  }

  private static byte[] octets(String pin) {
    return pin.getBytes(StandardCharsets.UTF_8);
  }

  /** Its number, in international digits without "+". */
  public String msisdn() {
    return msisdn;
  }

  @Override
  public String book() {
    return "wallet:" + msisdn;
  }

  @Override
  public Issuer issuer() {
    return issuer;
  }

  void issuer(Issuer other) {
    issuer = other;
  }

  /** Its level. */
  public Level level() {
    return level;
  }

  void level(Level other) {
    level = other;
  }

  @Override
  public String name() {
    return first() + " " + last();
  }

  /** The first name of its holder. */
  public String first() {
    return Names.first(msisdn);
  }

  /** The last name of its holder. */
  public String last() {
    return Names.last(msisdn);
  }

  @Override
  public boolean available() {
    return !closed && !locked();
  }

  void closed(boolean now) {
    closed = now;
  }

  void pin(String other) {
    pin = octets(other);
    wrong = 0;
  }

  /** Whether wrong PINs have locked it. */
  public boolean locked() {
    return wrong >= TRIES;
  }

  /** How many more PINs may be wrong. */
  public int triesLeft() {
    return TRIES - wrong;
  }

  /** Whether this is its PIN; a wrong one counts, a right one clears the count. */
  public boolean opensWith(String typed) {
    boolean right = !locked() && MessageDigest.isEqual(pin, octets(typed));
    if (right) {
      wrong = 0;
    } else {
      wrong++;
    }
    return right;
  }

  /** Whether it may pay so much more on the day, by value. */
  public boolean maySpend(LocalDate today, long centimes) {
    turn(today);
    return spent + centimes <= level.day();
  }

  /** Whether it may pay once more on the day, by number. */
  public boolean mayPay(LocalDate today) {
    turn(today);
    return times < level.times();
  }

  /** Counts a payment that is under way. */
  public void spends(LocalDate today, long centimes) {
    turn(today);
    spent += centimes;
    times++;
  }

  /** Takes the count of a payment back that has come to nothing. */
  public void spendsNot(LocalDate then, long centimes) {
    if (then.equals(day)) {
      spent -= centimes;
      times--;
    }
  }

  private void turn(LocalDate today) {
    if (!today.equals(day)) {
      day = today;
      spent = 0;
      times = 0;
    }
  }

  @Override
  public String toString() {
    return "Wallet[" + issuer + " " + level + "]";
  }
}
