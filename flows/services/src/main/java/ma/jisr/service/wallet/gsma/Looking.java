package ma.jisr.service.wallet.gsma;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Order;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order: only reads. What it cannot learn is unknown, a refusal of the question
 * included, for that says nothing about the payment.
 */
final class Looking {
  /** One of three questions that may follow each other within the port's 20 s. */
  private static final Duration EACH = Duration.ofSeconds(6);

  private static final int OK = 200;

  private final Client client;
  private final Endpoint endpoint;
  private final Verdict verdict;

  Looking(Client client, Endpoint endpoint, Verdict verdict) {
    this.client = client;
    this.endpoint = endpoint;
    this.verdict = verdict;
  }

  Future<Answer> status(Order order, @Nullable String server, @Nullable String transaction) {
    if (transaction != null && Paths.sound(transaction)) return transaction(order, transaction);
    if (server != null && Paths.sound(server)) return state(order, server, true);
    return recover(order);
  }

  /** GET /responses: where the answer to our own id is. */
  Future<Answer> recover(Order order) {
    return client
        .get("/responses/" + order.correlation(), EACH)
        .compose(
            reply ->
                switch (shape(reply)) {
                  case Shape.Link link -> follow(order, link.link());
                  case Shape.State state -> done(order, state, null, false);
                  case Shape.Transaction found -> known(verdict.transaction(found, order));
                  default -> known(other(reply));
                });
  }

  private Future<Answer> follow(Order order, String link) {
    Optional<Paths.Target> target = Paths.target(link, endpoint);
    if (target.isEmpty()) return known(new Answer.Unknown("a link that leads elsewhere"));
    String id = target.get().id();
    return switch (target.get().kind()) {
      case "transactions" -> transaction(order, id);
      case "requeststates" -> state(order, id, false);
      default -> error(target.get());
    };
  }

  private Future<Answer> transaction(Order order, String reference) {
    return client
        .get("/transactions/" + Paths.segment(reference), EACH)
        .map(
            reply ->
                shape(reply) instanceof Shape.Transaction found
                    ? same(found, reference, order)
                    : other(reply));
  }

  private Answer same(Shape.Transaction found, String reference, Order order) {
    return found.reference().equals(reference)
        ? verdict.transaction(found, order)
        : new Answer.Unknown("another transaction");
  }

  private Future<Answer> state(Order order, String server, boolean further) {
    return client
        .get("/requeststates/" + Paths.segment(server), EACH)
        .compose(
            reply ->
                switch (shape(reply)) {
                  case Shape.State state -> done(order, state, server, further);
                  case Shape.Transaction found -> known(verdict.transaction(found, order));
                  default -> known(other(reply));
                });
  }

  /**
   * A request's state. "Completed" alone is not believed to be a payment: the transaction is read.
   *
   * @param further whether our own id may be asked after when no reference is given
   */
  private Future<Answer> done(
      Order order, Shape.State state, @Nullable String server, boolean further) {
    String id = state.server() == null ? server : state.server();
    return switch (state.status()) {
      case "failed" -> known(Verdict.failed(state.trouble()));
      case "pending" -> known(new Answer.Accepted(id, state.expires(), state.polls()));
      case "completed" -> {
        Optional<String> object = Optional.ofNullable(state.object()).flatMap(Paths::reference);
        if (object.isPresent()) yield transaction(order, object.get());
        yield further
            ? recover(order)
            : known(new Answer.Accepted(id, state.expires(), state.polls()));
      }
      default -> known(new Answer.Unknown("request state " + Words.code(state.status())));
    };
  }

  /** An error that is kept: of our request when it is told with 200, else of the question. */
  private Future<Answer> error(Paths.Target target) {
    return client
        .get(target.path(), EACH)
        .map(
            reply -> {
              if (!(reply instanceof Reply.Said said)
                  || said.status() != OK
                  || !(said.shape() instanceof Shape.Failure error)) return unread(reply);
              Trouble trouble = error.trouble();
              return trouble.decided() && !trouble.duplicate() && !trouble.tooMany()
                  ? new Answer.Refused(trouble.fault(), trouble.shown())
                  : new Answer.Unknown("error " + trouble.shown());
            });
  }

  private static Shape shape(Reply reply) {
    return reply instanceof Reply.Said said ? said.shape() : new Shape.Unreadable();
  }

  /** Nothing of what was asked for: only an error of the API's own says that there is none. */
  private static Answer other(Reply reply) {
    return shape(reply) instanceof Shape.Failure error && error.trouble().nothing()
        ? new Answer.Absent()
        : unread(reply);
  }

  private static Answer unread(Reply reply) {
    return switch (reply) {
      case Reply.Never never -> new Answer.Unknown("not reached: " + never.cause());
      case Reply.Lost lost -> new Answer.Unknown(lost.cause());
      case Reply.Said said -> Verdict.unknown(said);
    };
  }

  private static Future<Answer> known(Answer answer) {
    return Future.succeededFuture(answer);
  }
}
