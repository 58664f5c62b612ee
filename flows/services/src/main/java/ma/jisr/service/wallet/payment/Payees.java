package ma.jisr.service.wallet.payment;

import java.util.Optional;
import ma.jisr.base.LocalText;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** The register of merchants, billers, operators and suppliers, as payments ask it. Any thread. */
@FunctionalInterface
public interface Payees {
  /** Whom a code stands for, where they may be paid. */
  Optional<Listed> of(String code);

  /**
   * One of them.
   *
   * @param account with the providers
   * @param told the number of whoever is told of payments, E.164 digits; null for nobody
   */
  record Listed(Kind kind, LocalText name, Account account, @Nullable String told) {
    @Override
    public String toString() {
      return "Listed[" + kind + "]";
    }
  }
}
