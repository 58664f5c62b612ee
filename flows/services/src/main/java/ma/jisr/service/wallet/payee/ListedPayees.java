package ma.jisr.service.wallet.payee;

import java.util.Optional;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.payment.Payees;

/** The register as payments ask it: whom a code stands for, if they may be paid now. */
public final class ListedPayees implements Payees {
  private final PayeeBook book;
  private final Vault vault;

  /**
   * @param vault that sealed the numbers of who is told
   */
  public ListedPayees(PayeeBook book, Vault vault) {
    this.book = book;
    this.vault = vault;
  }

  @Override
  public Optional<Listed> of(String code) {
    return book.byCode(code)
        .filter(PayeeEntry::payable)
        .map(
            payee -> {
              SealedPhone phone = payee.phone();
              return new Listed(
                  payee.kind(),
                  payee.name(),
                  payee.account(),
                  phone == null ? null : phone.digits(vault).orElse(null));
            });
  }
}
