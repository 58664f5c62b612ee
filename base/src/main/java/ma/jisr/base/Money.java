package ma.jisr.base;

import java.util.Locale;

/**
 * An amount of Moroccan dirhams, in centimes; negative for what is owed. Prices are spoken in
 * dirhams ("50 DH"), in Darija and Tachelhit also in ryals: 20 to the dirham.
 *
 * @param centimes hundredths of a dirham, at most {@link #MAX_CENTIMES} either way
 */
public record Money(long centimes) implements Comparable<Money> {
  /** A thousand million dirhams: far above any wallet's ceiling, far below an overflow. */
  public static final long MAX_CENTIMES = 100_000_000_000L;

  private static final int CENTIMES_A_DIRHAM = 100;
  private static final int CENTIMES_A_RYAL = 5;

  public Money {
    if (centimes < -MAX_CENTIMES || centimes > MAX_CENTIMES)
      throw new IllegalArgumentException("beyond a thousand million dirhams");
  }

  public static Money ofDirhams(long dirhams) {
    return new Money(Math.multiplyExact(dirhams, (long) CENTIMES_A_DIRHAM));
  }

  public Money plus(Money other) {
    return new Money(centimes + other.centimes);
  }

  public Money minus(Money other) {
    return new Money(centimes - other.centimes);
  }

  /** Whole ryals, the count of everyday speech; a rest below five centimes is left out. */
  public long ryals() {
    return centimes / CENTIMES_A_RYAL;
  }

  /** As screens show it in every language: "50 DH", "12,50 DH". */
  public String text() {
    long whole = Math.abs(centimes) / CENTIMES_A_DIRHAM;
    long rest = Math.abs(centimes) % CENTIMES_A_DIRHAM;
    String sign = centimes < 0 ? "-" : "";
    return rest == 0
        ? sign + whole + " DH"
        : String.format(Locale.ROOT, "%s%d,%02d DH", sign, whole, rest);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(centimes, other.centimes);
  }
}
