package ma.jisr.service.wallet.gsma;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.UUID;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Order;

/** Requests that move money: each one POST, guarded by the breaker, never repeated here. */
final class Paying {
  private final Client client;
  private final GsmaSettings settings;
  private final Verdict verdict;
  private final Guard guard;
  private final Clock clock;

  Paying(Client client, GsmaSettings settings, Verdict verdict, Guard guard, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.verdict = verdict;
    this.guard = guard;
    this.clock = clock;
  }

  Future<Answer> submit(Order order) {
    byte[] body;
    try {
      body = Bodies.pay(order, settings.organisation());
    } catch (RuntimeException e) {
      // An order that cannot even be written has certainly not been sent.
      return Future.succeededFuture(
          new Answer.NotSent("cannot be written: " + e.getClass().getSimpleName()));
    }
    return post(
        "/transactions/type/" + Bodies.type(order.kind()), order.correlation(), order, body);
  }

  Future<Answer> reverse(UUID correlation, Order order, String transaction) {
    if (!settings.capabilities().reverses() || !Paths.sound(transaction))
      return Future.succeededFuture(new Answer.NotSent("it takes no reversals"));
    return post(
        "/transactions/" + Paths.segment(transaction) + "/reversals",
        correlation,
        order,
        Bodies.giveBack(order, settings.organisation()));
  }

  private Future<Answer> post(String path, UUID correlation, Order order, byte[] body) {
    if (!guard.lets()) return Future.succeededFuture(new Answer.NotSent("the breaker is open"));
    return client
        .order(path, correlation, body, settings.answer())
        .map(
            reply -> {
              Answer answer = answer(reply, order);
              guard.told(answer);
              return answer;
            });
  }

  private Answer answer(Reply reply, Order order) {
    return switch (reply) {
      case Reply.Never never -> new Answer.NotSent(never.cause());
      case Reply.Lost lost -> new Answer.Unknown(lost.cause());
      case Reply.Said said -> verdict.posted(said, order, clock.instant());
    };
  }
}
