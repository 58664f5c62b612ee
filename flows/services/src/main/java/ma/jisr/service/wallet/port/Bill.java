package ma.jisr.service.wallet.port;

import java.time.LocalDate;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bill that is open.
 *
 * @param reference of the bill; "" when the biller has none
 * @param due how much
 * @param least how much at least; the whole when it must be paid in one
 * @param by until when; null when it is not said
 */
public record Bill(String reference, Money due, Money least, @Nullable LocalDate by) {
  @Override
  public String toString() {
    return "Bill[hidden]";
  }
}
