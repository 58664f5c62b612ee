package ma.jisr.service.wallet.claim;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.payment.Dossier;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.payment.Reversing;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.payment.View;

/** Disputes of the payments of this deployment. */
public final class PaymentDisputes implements Disputes {
  private final Payments payments;
  private final InstantSource clock;

  public PaymentDisputes(Payments payments, InstantSource clock) {
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Optional<Evidence>> evidence(String person, String reference) {
    return payments
        .view(person, reference)
        .thenCompose(
            theirs ->
                theirs.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : payments
                        .dossier(theirs.get().reference())
                        .thenApply(found -> found.map(this::evidence)));
  }

  private Evidence evidence(Dossier dossier) {
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
                  case Reversing.NotPaid not -> unpaid(not.view().state());
                  case Reversing.NoPayment none -> Back.NOTHING_PAID;
                  case Reversing.NotOffered not -> Back.NOT_HERE;
                });
  }

  /** What is not known yet may still turn out to have been paid. */
  private static Back unpaid(State state) {
    return switch (state) {
      case FAILED, EXPIRED, CANCELLED, CREATED, REVERSED -> Back.NOTHING_PAID;
      case CONFIRMED,
          SUBMITTING,
          PENDING,
          UNKNOWN,
          REVIEW,
          COMPLETED,
          REVERSAL_PENDING,
          REVERSAL_FAILED ->
          Back.LATER;
    };
  }
}
