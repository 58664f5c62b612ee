package ma.jisr.sandbox.wallet.payment;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts as the GSMA API writes them, and centimes. */
public final class Dirhams {
  /** The API's own pattern, with two decimals at most: a dirham has a hundred centimes. */
  private static final Pattern AMOUNT =
      Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2}0{0,2})?");

  private static final int PLACES = 2;

  private Dirhams() {}

  /** The centimes of an amount; empty when it is none. */
  public static OptionalLong read(String amount) {
    return AMOUNT.matcher(amount).matches()
        ? OptionalLong.of(new BigDecimal(amount).movePointRight(PLACES).longValueExact())
        : OptionalLong.empty();
  }

  /** Written without trailing zeros, as every version of the API takes it: "45.5". */
  public static String write(long centimes) {
    BigDecimal amount = BigDecimal.valueOf(centimes, PLACES).stripTrailingZeros();
    return amount.signum() == 0 ? "0" : amount.toPlainString();
  }
}
