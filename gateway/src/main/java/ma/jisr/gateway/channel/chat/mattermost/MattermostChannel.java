package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.HttpMessages;
import ma.jisr.gateway.channel.http.message.provider.Json;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link to a Mattermost server: posts go and door calls come as with any provider, and besides it
 * hears the server's events.
 */
public final class MattermostChannel implements Channel, Door {
  private static final Logger LOG = LoggerFactory.getLogger(MattermostChannel.class);

  /** Between two writings of how far has been heard. */
  private static final Duration KEEP = Duration.ofSeconds(1);

  private static final Duration DRAIN_POLL = Duration.ofMillis(20);

  /** How far before its first start a new link hears: what was written while it was set up. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  private final HttpMessageLink link;
  private final Mattermost provider;
  private final HttpMessages messages;
  private final Mark.Keeper marks;
  private final Counters counters;
  private final VertxLoop loop;
  private final Caller caller;
  private final Intake intake;
  private final CatchUp catchUp;
  private final Listening listening;
  private @Nullable Receiver receiver;
  private Mark kept = new Mark(0, java.util.List.of());
  private Loop.@Nullable Cancel timer;
  private volatile boolean known;

  /**
   * A channel that does nothing until started.
   *
   * @param marks where is kept how far has been heard
   */
  public MattermostChannel(
      HttpMessageLink link,
      Mattermost provider,
      Mark.Keeper marks,
      Vertx vertx,
      Clock clock,
      RandomGenerator random,
      Counters counters) {
    this(link, provider, Listening.Timers.USUAL, marks, vertx, clock, random, counters);
  }

  /** The same, with times of its own. */
  MattermostChannel(
      HttpMessageLink link,
      Mattermost provider,
      Listening.Timers timers,
      Mark.Keeper marks,
      Vertx vertx,
      Clock clock,
      RandomGenerator random,
      Counters counters) {
    this.link = link;
    this.provider = provider;
    this.marks = marks;
    this.counters = counters;
    this.messages = new HttpMessages(link, provider, vertx, clock, random, counters);
    this.loop = VertxLoop.on(vertx, clock);
    this.caller = new Caller(vertx, link.base(), 2, link.timers().answer(), CatchUp.MOST_ANSWER);
    this.intake = new Intake(loop, timers.kept(), messages::heard);
    this.catchUp =
        new CatchUp(loop, caller, provider, intake, timers.kept(), post -> posted(post, true));
    this.listening =
        new Listening(
            link.id(), loop, link.base(), provider, caller, random, timers, new Hearing());
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
  public void knocked(Knock knock, Answer answer) {
    messages.knocked(knock, answer);
  }

  @Override
  public boolean up() {
    return known && messages.up();
  }

  @Override
  public String state() {
    if (!messages.up()) return messages.state();
    return known ? "up" : listening.state();
  }

  @Override
  public CompletableFuture<Void> start(Receiver taking) {
    return messages
        .start(taking)
        .thenCompose(started -> marks.read(link.id()))
        .thenAccept(
            mark ->
                loop.execute(
                    () -> {
                      receiver = taking;
                      intake.restore(mark.orElseGet(this::beginning));
                      timer = loop.after(KEEP, this::keep);
                      listening.open();
                    }));
  }

  private Mark beginning() {
    return new Mark(loop.now().minus(BEFORE).toEpochMilli(), java.util.List.of());
  }

  /** What the events say. On the loop. */
  private final class Hearing implements Listening.Hearer {
    @Override
    public void known() {
      Receiver taking = receiver;
      if (known || taking == null) return;
      known = true;
      taking.ready(link.id());
    }

    @Override
    public void barred() {
      counters.count("http.locked-out", Map.of("link", link.id(), "status", "HTTP 401"));
      LOG.warn("link {} is not let in by its server (HTTP 401): look at its token", link.id());
    }

    @Override
    public void begun(Consumer<Boolean> done) {
      counters.count("chat.caught-up", Map.of("link", link.id()));
      long since = intake.mark().at() - Mark.OVERLAP_MILLIS;
      catchUp
          .run(since)
          .onComplete(
              run -> {
                if (run.failed())
                  LOG.warn(
                      "link {} cannot look up what it has missed: {}",
                      link.id(),
                      run.cause().getClass().getSimpleName());
                done.accept(run.succeeded());
              });
    }

    @Override
    public void posted(JsonNode data) {
      JsonNode post = Json.read(data.path("post").asText(""));
      MattermostChannel.this.posted(post, data.path("channel_type").asText("").equals("D"));
    }
  }

  private void posted(JsonNode post, boolean direct) {
    Me me = provider.me();
    if (me == null) return;
    switch (Posted.read(post, direct, me)) {
      case Posted.Ignored ignored -> messages.ignored(ignored.why());
      case Posted.Words words -> {
        if (!intake.take(words)) messages.ignored("known");
        if (intake.full()) {
          intake.whenRoom(listening.hold());
        }
      }
    }
  }

  private void keep() {
    Mark mark = intake.mark();
    if (mark.equals(kept)) {
      timer = loop.after(KEEP, this::keep);
      return;
    }
    loop.when(
        marks.write(link.id(), mark),
        (written, failure) -> {
          if (failure == null) kept = mark;
          timer = loop.after(KEEP, this::keep);
        });
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    return known
        ? messages.send(outbound)
        : CompletableFuture.completedFuture(new Sent.Held("link down"));
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Mark> heard = new CompletableFuture<>();
    loop.execute(
        () -> {
          listening.close();
          if (timer != null) timer.cancel();
          intake.stop();
          settle(loop.now().plus(link.timers().drain()), heard);
        });
    return heard
        .thenCompose(mark -> marks.write(link.id(), mark))
        .handle((written, failure) -> null)
        .thenCompose(written -> messages.drain());
  }

  private void settle(Instant latest, CompletableFuture<Mark> heard) {
    if (intake.quiet() || !loop.now().isBefore(latest)) {
      Mark mark = intake.mark();
      caller.close().onComplete(closed -> heard.complete(mark));
    } else {
      var unused = loop.after(DRAIN_POLL, () -> settle(latest, heard));
    }
  }
}
