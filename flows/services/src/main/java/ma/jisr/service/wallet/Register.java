package ma.jisr.service.wallet;

import java.util.Optional;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.payee.PayeeBook;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payment.Payees;

/**
 * The register of payees as payments ask it.
 *
 * @param vault under which the numbers of those who are told are sealed
 */
public record Register(PayeeBook book, Vault vault) implements Payees {
  @Override
  public Optional<Listed> of(String code) {
    return book.byCode(code).filter(PayeeEntry::payable).map(this::listed);
  }

  private Listed listed(PayeeEntry payee) {
    String told =
        payee.facts().phone() == null ? null : payee.facts().phone().digits(vault).orElse(null);
    return new Listed(payee.kind(), payee.facts().name(), payee.facts().account(), told);
  }
}
