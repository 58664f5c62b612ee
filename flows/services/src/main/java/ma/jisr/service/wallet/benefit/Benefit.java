package ma.jisr.service.wallet.benefit;

import java.time.LocalDate;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A benefit as its recipient sees it, by the phone that it is for.
 *
 * @param title what it is
 * @param where how and where to collect it
 * @param from the first day, which may be to come
 * @param until the last day
 * @param amount null when the agency does not tell
 * @param reference to be shown when it is collected; "" for none
 */
public record Benefit(
    LocalText title,
    LocalText where,
    LocalDate from,
    LocalDate until,
    @Nullable Money amount,
    String reference) {
  @Override
  public String toString() {
    return "Benefit[hidden]";
  }
}
