package ma.jisr.service.wallet.gsma;

import java.time.Instant;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Order;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's words are worth. Pure. Only a refusal that was decided, or a request that it
 * calls failed, is a failure; whatever is not understood is unknown.
 */
final class Verdict {
  private static final int TOO_MANY = 429;
  private static final int UNAUTHORISED = 401;

  private final GsmaSettings settings;

  Verdict(GsmaSettings settings) {
    this.settings = settings;
  }

  /** What an answer to a request to pay, or to give back, says. */
  Answer posted(Reply.Said said, Order order, Instant now) {
    return switch (said.shape()) {
      case Shape.State state -> state(state);
      case Shape.Transaction transaction -> transaction(transaction, order);
      case Shape.Failure error -> refusal(error.trouble(), said, now);
      case Shape.Link link -> unknown(said);
      case Shape.Other other -> unlooked(said, now);
      case Shape.Unreadable unreadable -> unlooked(said, now);
    };
  }

  /** An error in answer to a POST. */
  private Answer refusal(Trouble trouble, Reply.Said said, Instant now) {
    if (trouble.duplicate()) return new Answer.Duplicate();
    if (trouble.tooMany() || said.status() == TOO_MANY)
      return new Answer.NotProcessed("too many requests", Times.after(said.retryAfter(), now));
    if (trouble.stranger()) return new Answer.NotProcessed("token refused", null);
    if (!trouble.decided())
      return said.status() == UNAUTHORISED
          ? new Answer.NotProcessed("token refused", null)
          : new Answer.Unknown("error " + trouble.shown());
    if (said.status() == UNAUTHORISED && trouble.fault() == Fault.OTHER)
      return new Answer.NotProcessed("token refused", null);
    return new Answer.Refused(trouble.fault(), trouble.shown());
  }

  /** No shape: two statuses are given before a request is looked at, whoever gives them. */
  private static Answer unlooked(Reply.Said said, Instant now) {
    return switch (said.status()) {
      case TOO_MANY ->
          new Answer.NotProcessed("too many requests", Times.after(said.retryAfter(), now));
      case UNAUTHORISED -> new Answer.NotProcessed("token refused", null);
      default -> unknown(said);
    };
  }

  /** A request's state; one that is done is still to be asked what came of it. */
  static Answer state(Shape.State state) {
    return switch (state.status()) {
      case "failed" -> failed(state.trouble());
      case "pending", "completed" ->
          new Answer.Accepted(state.server(), state.expires(), state.polls());
      // It was taken, whatever the word may mean.
      default ->
          state.server() == null
              ? new Answer.Unknown("a request state without a status")
              : new Answer.Accepted(state.server(), state.expires(), state.polls());
    };
  }

  /** Why a request failed, said after it was taken. */
  static Answer failed(@Nullable Trouble trouble) {
    if (trouble == null) return new Answer.Refused(Fault.OTHER, "failed");
    return trouble.duplicate()
        ? new Answer.Duplicate()
        : new Answer.Refused(trouble.fault(), trouble.shown());
  }

  /** A transaction, as its status says. */
  Answer transaction(Shape.Transaction transaction, Order order) {
    Progress progress = settings.progress(transaction.status());
    if (progress == null) return new Answer.Unknown("status " + Words.code(transaction.status()));
    return switch (progress) {
      case PENDING -> new Answer.Accepted(null, null, 0);
      case COMPLETED -> new Answer.Completed(facts(transaction, order));
      case FAILED -> new Answer.Refused(Fault.OTHER, Words.code(transaction.status()));
    };
  }

  private static Facts facts(Shape.Transaction transaction, Order order) {
    Fields fields = transaction.fields();
    String currency = fields.text("currency");
    Money amount = Amounts.read(fields.text("amount"));
    // What cannot be said in dirhams is no amount that was ordered.
    boolean foreign = !Amounts.ours(currency) || (amount == null && fields.has("amount"));
    // The parties of what gives back stand as its provider likes: the definition has both.
    boolean back = !fields.textOr("originalTransactionReference").isEmpty();
    String receipt = Words.shown(fields.textOr("transactionReceipt"));
    return new Facts(
        transaction.reference(),
        receipt.isEmpty() ? null : receipt,
        fields.text("requestingOrganisationTransactionReference"),
        foreign ? null : amount,
        foreign,
        back ? null : party(fields, "debitParty", order.payer()),
        back ? null : party(fields, "creditParty", order.payee()));
  }

  private static @Nullable Account party(Fields fields, String name, Account ordered) {
    return Parties.read(fields.node(name), ordered);
  }

  static Answer unknown(Reply.Said said) {
    return new Answer.Unknown("HTTP " + said.status());
  }
}
