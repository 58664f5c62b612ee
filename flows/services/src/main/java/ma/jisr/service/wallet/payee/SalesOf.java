package ma.jisr.service.wallet.payee;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.payment.Sales;

/** What payees were paid on a day, by their code. */
@FunctionalInterface
public interface SalesOf {
  CompletableFuture<Map<String, Sales>> day(LocalDate day);
}
