package ma.jisr.service.wallet.gsma;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Amounts on the wire. Written without trailing zeros ("25", "25.5", "0.05"): the definition of 1.1
 * and those of the use cases of 1.2 refuse "25.00". Read with or without.
 */
final class Amounts {
  static final String CURRENCY = "MAD";

  private static final int DECIMALS = 2;

  /** 18 digits, a point and 4, as the definition has it, and room for zeros. */
  private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,8})?");

  private Amounts() {}

  static String write(Money amount) {
    BigDecimal dirhams = BigDecimal.valueOf(amount.centimes(), DECIMALS);
    return dirhams.signum() == 0 ? "0" : dirhams.stripTrailingZeros().toPlainString();
  }

  /** Null when it is no amount, or has parts of a centime. */
  static @Nullable Money read(@Nullable String text) {
    if (text == null || !WRITTEN.matcher(text).matches()) return null;
    try {
      BigDecimal dirhams = new BigDecimal(text).setScale(DECIMALS, RoundingMode.UNNECESSARY);
      return new Money(dirhams.unscaledValue().longValueExact());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a currency is ours; none named is no other. */
  static boolean ours(@Nullable String currency) {
    return currency == null || currency.equalsIgnoreCase(CURRENCY);
  }
}
