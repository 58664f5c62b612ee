package ma.jisr.gateway.channel.http.ussd;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;

/**
 * A link to an aggregator that asks over HTTP what a USSD screen shall show: each request is one
 * input, and its answer the screen. The answer waits until the input is durable and a screen is
 * there; what is not kept is answered 429, what gets no screen in time 504.
 */
public final class HttpUssd implements Channel, Door {
  private static final Duration SWEEP = Duration.ofMillis(500);
  private static final Sent SEEN = new Sent.Taken(List.of());
  private static final Sent HUNG_UP = new Sent.Unseen("the aggregator has hung up");

  private final HttpUssdLink link;
  private final VertxLoop loop;
  private final Counters counters;
  private final Wire wire;
  private final Sessions sessions;
  private @Nullable Receiver receiver;
  private boolean draining;
  private volatile boolean up;

  /**
   * A channel that takes nothing until started.
   *
   * @param random keeps the steps apart that were counted by another process
   */
  public HttpUssd(
      HttpUssdLink link, Vertx vertx, Clock clock, RandomGenerator random, Counters counters) {
    this.link = link;
    this.loop = VertxLoop.on(vertx, clock);
    this.counters = counters;
    this.wire = new Wire(link.dialect());
    this.sessions = new Sessions(link, clock.instant(), random);
  }

  @Override
  public String link() {
    return link.id();
  }

  @Override
  public Verifier verifier() {
    return link.verifier();
  }

  @Override
  public boolean up() {
    return up;
  }

  @Override
  public CompletableFuture<Void> start(Receiver taking) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    loop.enter(
        () -> {
          receiver = taking;
          up = true;
          loop.after(SWEEP, this::sweep);
          started.complete(null);
        });
    return started;
  }

  @Override
  public void knocked(Knock knock, Answer answer) {
    loop.enter(() -> hear(knock, answer));
  }

  private void hear(Knock knock, Answer answer) {
    Optional<Wire.Read> read = wire.read(knock);
    if (draining || receiver == null) {
      refuse(Reply.BUSY, answer);
    } else if (read.isEmpty()) {
      refuse(Reply.MALFORMED, answer);
    } else {
      Step step = read.get().step();
      Optional<Msisdn> person = Msisdn.parse(step.number(), link.guests().country());
      if (person.isEmpty()) refuse(Reply.MALFORMED, answer);
      else if (!link.guests().holds(person.get())) refuse(Reply.FORBIDDEN, answer);
      else take(person.get(), read.get(), answer);
    }
  }

  private void refuse(Reply reply, Answer answer) {
    counters.count(
        "http.refused", Map.of("link", link.id(), "status", Integer.toString(reply.status())));
    answer.give(reply);
  }

  private void take(Msisdn person, Wire.Read read, Answer answer) {
    switch (sessions.take(person, read.step(), loop.now())) {
      case Sessions.Verdict.Full() -> refuse(Reply.BUSY, answer);
      case Sessions.Verdict.Over() -> answer.give(Reply.TAKEN);
      case Sessions.Verdict.Ended(Session session, Input.Reason reason) -> {
        release(session);
        tell(gone(session, reason), new OnTaken(answer));
      }
      case Sessions.Verdict.Heard(Session session, Inbound.Act act, String text) ->
          step(session, act, text, read, answer);
    }
  }

  private void step(Session session, Inbound.Act act, String text, Wire.Read read, Answer answer) {
    Session.Waiting now = new Session.Waiting(answer, read.echoed(), loop.now());
    Session.Waiting before = session.waits(now);
    if (before != null) before.answer().give(Reply.BUSY);
    answer.whenGone(() -> loop.enter(() -> missed(session, now)));
    // Who asked first may be gone: this one is given the same screen when that is known.
    if (session.showing) return;
    String input = session.input;
    tell(
        new Inbound(
            input,
            link.id(),
            act,
            Address.of(session.person),
            session.code,
            text,
            session.key,
            null,
            link.guests().assurance(),
            loop.now()),
        new Acknowledgement() {
          @Override
          public void accepted() {}

          @Override
          public void busy() {
            loop.enter(() -> notKept(session, now));
          }
        });
  }

  /** The aggregator has hung up: what it asks again is the same. */
  private static void missed(Session session, Session.Waiting waiting) {
    if (waiting.equals(session.waiting())) session.waits(null);
  }

  /** As if it had not come: it may come again. */
  private void notKept(Session session, Session.Waiting waiting) {
    if (!waiting.equals(session.waiting())) return;
    session.waits(null);
    sessions.forget(session);
    refuse(Reply.BUSY, waiting.answer());
  }

  private void tell(Inbound inbound, Acknowledgement acknowledgement) {
    Receiver taking = receiver;
    if (taking == null) acknowledgement.busy();
    else taking.accept(inbound, acknowledgement);
  }

  /** Answers 200 when what ended is known for certain, so that it is not told again. */
  private record OnTaken(Answer answer) implements Acknowledgement {
    @Override
    public void accepted() {
      answer.give(Reply.TAKEN);
    }

    @Override
    public void busy() {
      answer.give(Reply.BUSY);
    }
  }

  private Inbound gone(Session session, Input.Reason reason) {
    return new Inbound(
        session.key + ":end",
        link.id(),
        Inbound.Act.RELEASE,
        Address.of(session.person),
        session.code,
        "",
        session.key,
        reason,
        link.guests().assurance(),
        loop.now());
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    loop.enter(() -> show(outbound, outcome));
    return outcome;
  }

  private void show(Outbound outbound, CompletableFuture<Sent> outcome) {
    if (outbound.kind() == Outbound.Kind.MESSAGE) {
      outcome.complete(new Sent.Refused("carries no messages"));
      return;
    }
    Session session = sessions.find(outbound.dialogue());
    Session.Waiting waiting = session == null ? null : session.waits(null);
    if (session == null || waiting == null) {
      outcome.complete(new Sent.Unseen("nobody waits for it"));
      return;
    }
    session.active = loop.now();
    if (outbound.kind() == Outbound.Kind.LAST_SCREEN) sessions.end(session);
    give(session, waiting, outbound, false, outcome);
  }

  /**
   * Gives a screen to a request, then to the one that has asked for the same meanwhile.
   *
   * @param seen whether an earlier request has got it
   */
  private void give(
      Session session,
      Session.Waiting waiting,
      Outbound screen,
      boolean seen,
      CompletableFuture<Sent> outcome) {
    String step = session.input;
    session.showing = true;
    boolean last = screen.kind() == Outbound.Kind.LAST_SCREEN;
    waiting
        .answer()
        .give(
            wire.write(screen.text(), last, waiting.echoed()),
            written ->
                loop.enter(
                    () -> {
                      Session.Waiting again = session.shown(step, written);
                      if (again != null) give(session, again, screen, seen || written, outcome);
                      else outcome.complete(seen || written ? SEEN : HUNG_UP);
                    }));
  }

  /** Ends what has taken too long. */
  private void sweep() {
    if (draining) return;
    Instant late = loop.now().minus(link.timers().answer());
    List<Session> unanswered = new ArrayList<>();
    for (Session session : sessions.all()) {
      Session.Waiting waiting = session.waiting();
      if (waiting != null && !waiting.since().isAfter(late)) unanswered.add(session);
    }
    for (Session session : unanswered) over(session, Input.Reason.FAILED);
    for (Session session : sessions.idle(loop.now())) over(session, Input.Reason.TIMED_OUT);
    loop.after(SWEEP, this::sweep);
  }

  private void over(Session session, Input.Reason reason) {
    release(session);
    tell(gone(session, reason), new Nobody());
  }

  private void release(Session session) {
    sessions.end(session);
    Session.Waiting waiting = session.waits(null);
    if (waiting != null) refuse(Reply.LATE, waiting.answer());
  }

  /** Nobody waits for an answer to a time-out; the engine's own comes to the same end. */
  private record Nobody() implements Acknowledgement {
    @Override
    public void accepted() {}

    @Override
    public void busy() {}
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> drained = new CompletableFuture<>();
    loop.enter(
        () -> {
          draining = true;
          up = false;
          drain(loop.now().plus(link.timers().answer()), drained);
        });
    return drained;
  }

  /** What waits for a screen gets it, within the time that it would have waited anyway. */
  private void drain(Instant latest, CompletableFuture<Void> drained) {
    boolean waits = sessions.all().stream().anyMatch(session -> session.waiting() != null);
    if (waits && loop.now().isBefore(latest)) {
      loop.after(Duration.ofMillis(50), () -> drain(latest, drained));
      return;
    }
    for (Session session : List.copyOf(sessions.all())) release(session);
    drained.complete(null);
  }
}
