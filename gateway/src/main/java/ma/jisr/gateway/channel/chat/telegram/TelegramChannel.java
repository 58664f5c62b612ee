package ma.jisr.gateway.channel.chat.telegram;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessages;
import ma.jisr.gateway.channel.pace.OneByOne;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;

/**
 * A bot's account: messages as any provider's over HTTP, to each chat one after another, and what
 * people say by calls of Telegram's or by asking.
 */
public final class TelegramChannel implements Channel, Door {
  /**
   * Connections besides those for sending, and questions that wait for one: the question for
   * updates, and answers to as many presses as it brings at once, a hundred.
   */
  private static final int QUESTIONS = 64;

  private final TelegramLink link;
  private final VertxLoop loop;
  private final HttpMessages messages;
  private final OneByOne line;
  private final Hearing hearing;
  private @Nullable Receiver receiver;
  private boolean full;

  /** A channel that does nothing until started. */
  public TelegramChannel(
      TelegramLink link, Vertx vertx, Clock clock, RandomGenerator random, Counters counters) {
    this.link = link;
    this.loop = VertxLoop.on(vertx, clock);
    this.messages = new HttpMessages(link.messages(), link.bot(), vertx, clock, random, counters);
    this.line = new OneByOne(loop, link.times().chat(), messages::send);
    Duration patience = link.times().poll().plus(link.messages().timers().answer());
    Caller caller =
        new Caller(vertx, link.messages().base(), QUESTIONS, patience, Polling.MOST_ANSWER);
    Api api = new Api(link.bot(), caller);
    Trouble trouble = new Trouble(link.messages().id(), link.times().again(), counters);
    this.hearing =
        link.called().isPresent()
            ? new Webhook(loop, api, link.called().get(), trouble)
            : new Polling(loop, api, messages, link.times(), trouble);
  }

  @Override
  public String link() {
    return messages.link();
  }

  @Override
  public Verifier verifier() {
    return messages.verifier();
  }

  @Override
  public int mostBody() {
    return messages.mostBody();
  }

  @Override
  public boolean up() {
    return messages.up();
  }

  @Override
  public String state() {
    String why = hearing.trouble().why();
    return messages.up() && why != null ? "hears nothing: " + why : messages.state();
  }

  @Override
  public CompletableFuture<Void> start(Receiver taking) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    loop.when(
        messages.start(taking),
        (done, failure) -> {
          receiver = taking;
          hearing.start();
          started.complete(null);
        });
    return started;
  }

  @Override
  public void knocked(Knock knock, Answer answer) {
    messages.knocked(knock, answer);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    loop.enter(
        () -> {
          if (!up()) outcome.complete(new Sent.Held("link down"));
          else if (line.size() < link.messages().queued()) line.add(outbound, outcome);
          else {
            full = true;
            outcome.complete(new Sent.Held("queue full"));
          }
        });
    loop.when(outcome, (sent, failure) -> room());
    return outcome;
  }

  private void room() {
    Receiver taking = receiver;
    if (!full || taking == null || line.size() > link.messages().queued() / 2) return;
    full = false;
    taking.ready(link());
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> drained = new CompletableFuture<>();
    loop.enter(
        () -> {
          line.giveBack("stopping");
          var unused = hearing.stop();
          loop.when(messages.drain(), (done, failure) -> drained.complete(null));
        });
    return drained;
  }
}
