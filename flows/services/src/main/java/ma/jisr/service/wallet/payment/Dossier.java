package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a payment, for whoever judges a claim: it can be kept as it is, for its
 * journal ties all lines together. Holds no number.
 *
 * @param view as its payer sees it
 * @param payer the pseudonym of the payer's number
 * @param payee the pseudonym of the payee's account
 * @param code of the payee in the register; "" for none
 * @param shown what the payer had been shown when they said yes; null when they have not
 * @param confirmed when; null when they have not
 * @param transaction the provider's reference; null while unknown
 * @param head the hash of the journal's last line
 * @param journal all of its lines
 */
public record Dossier(
    View view,
    String payer,
    String payee,
    String code,
    @Nullable Shown shown,
    @Nullable Instant confirmed,
    @Nullable String transaction,
    String head,
    List<Entry> journal) {
  public Dossier {
    journal = List.copyOf(journal);
  }

  static Dossier of(Payment payment, View view) {
    Terms terms = payment.terms();
    Consent consent = payment.consent();
    return new Dossier(
        view,
        terms.payer().name(),
        terms.payee().name(),
        terms.code(),
        consent == null ? null : consent.shown(),
        consent == null ? null : consent.at(),
        payment.exchange().transaction(),
        payment.journal().head(),
        payment.journal().entries());
  }

  @Override
  public String toString() {
    return "Dossier[" + view.reference() + "]";
  }
}
