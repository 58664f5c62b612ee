package ma.jisr.app.notice;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.service.notices.notice.Approvals;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Way;

/**
 * The hands of those who come with an account: of people, whose account has a phone, or programs.
 */
public final class NoticeHands {
  private final Accounts accounts;
  private final Approvals approvals;

  public NoticeHands(Accounts accounts, Approvals approvals) {
    this.accounts = accounts;
    this.approvals = approvals;
  }

  /**
   * Somebody with their account.
   *
   * @param person whose phone it acts by; empty for a program
   */
  public record Bearer(Hand hand, Optional<String> person) {}

  public CompletableFuture<Bearer> of(Actor actor, Way way) {
    return accounts
        .get(actor.id())
        .thenApply(
            found -> {
              Optional<String> person = found.flatMap(Account::person);
              return new Bearer(Hand.account(actor, way, person.isPresent()), person);
            });
  }

  /**
   * The same with a code that was sent for a notice: PROVED when it is the right one.
   *
   * @param code "" for none
   */
  public CompletableFuture<Bearer> of(
      Actor actor, Way way, String notice, String code, String writeId) {
    return of(actor, way)
        .thenCompose(
            bearer ->
                code.isEmpty() || bearer.person().isEmpty()
                    ? CompletableFuture.completedFuture(bearer)
                    : approvals
                        .prove(bearer.hand(), bearer.person().get(), notice, code, writeId)
                        .thenApply(hand -> new Bearer(hand, bearer.person())));
  }
}
