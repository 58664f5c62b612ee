package ma.jisr.service.wallet;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.claim.Disputes;
import ma.jisr.service.wallet.claim.Evidence;
import ma.jisr.service.wallet.payment.Dossier;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.payment.Reversing;
import ma.jisr.service.wallet.payment.View;

/**
 * Payments as claims ask them.
 *
 * @param clock says when evidence was frozen
 */
public record Disputed(Payments payments, InstantSource clock) implements Disputes {
  @Override
  public CompletableFuture<Optional<Evidence>> evidence(String person, String reference) {
    return payments
        .view(person, reference)
        .thenCompose(
            view ->
                view.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.<Dossier>empty())
                    : payments.dossier(view.get().reference()))
        .thenApply(dossier -> dossier.map(this::frozen));
  }

  private Evidence frozen(Dossier dossier) {
    View view = dossier.view();
    return new Evidence(
        view.reference(),
        view.kind(),
        view.state(),
        view.name(),
        view.amount(),
        view.fee(),
        view.provider(),
        view.receipt(),
        view.at(),
        clock.instant(),
        dossier.head());
  }

  @Override
  public CompletableFuture<Void> block(String person) {
    return payments.block(person);
  }

  @Override
  public CompletableFuture<Back> giveBack(String key, String reference, String claim, String by) {
    return payments
        .giveBack(key, reference, claim, by)
        .thenApply(
            reversing ->
                switch (reversing) {
                  case Reversing.Asked asked -> Back.BEGUN;
                  case Reversing.NotOffered notOffered -> Back.NOT_HERE;
                  case Reversing.NotPaid notPaid -> Back.NOTHING_PAID;
                  case Reversing.NoPayment none -> Back.NOTHING_PAID;
                });
  }
}
