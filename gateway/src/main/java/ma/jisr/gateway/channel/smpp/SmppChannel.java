package ma.jisr.gateway.channel.smpp;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Locator;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.pace.Shares;
import ma.jisr.gateway.loop.VertxLoop;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * A link to an SMSC or a USSD gateway over SMPP 3.4: keeps its binds up, gives what comes to the
 * {@link Receiver} and answers it only when that says so, and sends texts as segments or screens
 * within the operator's window and rate.
 */
public final class SmppChannel implements Channel {
  /** How often idle dialogues are looked at; their limits are whole seconds. */
  private static final Duration SWEEP = Duration.ofMillis(500);

  private static final Duration DRAIN_POLL = Duration.ofMillis(50);

  private final VertxLoop loop;
  private final SmppLink link;
  private final RandomGenerator random;
  private final Redeliveries redeliveries;
  private final Locator locator;
  private final Codec codec = new Codec();
  private final Counters counters = new Counters();
  private final Dialogues dialogues;
  private final SendQueue queue;
  private final Screens screens;
  private final Messages messages;
  private final List<Binding> bindings = new ArrayList<>();
  private @Nullable Intake intake;
  private @Nullable Receiver receiver;
  private long serial;
  private boolean draining;

  /** Whether the queue was full since it was last said to have room. */
  private boolean refused;

  private volatile boolean up;
  private volatile String trouble = "is down";

  /**
   * A channel that does nothing until started.
   *
   * @param random for keys, references and spread pauses
   */
  public SmppChannel(SmppLink link, Vertx vertx, Clock clock, RandomGenerator random) {
    this(link, vertx, clock, random, new Redeliveries());
  }

  /**
   * A channel of an SMSC with several links.
   *
   * @param redeliveries shared by them
   */
  public SmppChannel(
      SmppLink link, Vertx vertx, Clock clock, RandomGenerator random, Redeliveries redeliveries) {
    this(link, vertx, clock, random, redeliveries, Locator.NONE);
  }

  /**
   * A channel whose peer may tell the cells of phones.
   *
   * @param locator knows where these are
   */
  public SmppChannel(
      SmppLink link,
      Vertx vertx,
      Clock clock,
      RandomGenerator random,
      Redeliveries redeliveries,
      Locator locator) {
    this.redeliveries = redeliveries;
    this.locator = locator;
    this.loop = VertxLoop.on(vertx, clock);
    this.link = link;
    this.random = random;
    this.dialogues = new Dialogues(loop, link, random);
    this.queue = new SendQueue(loop, link, counters, this::sending);
    this.screens = new Screens(link);
    this.messages = new Messages(link);
  }

  @Override
  public String link() {
    return link.id();
  }

  @Override
  public boolean up() {
    return up;
  }

  @Override
  public String state() {
    return up ? "up" : trouble;
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    loop.enter(
        () -> {
          this.receiver = receiver;
          intake =
              new Intake(loop, link, receiver, counters, dialogues, redeliveries, locator, random);
          for (int command : commands()) {
            Events events = new Events(intake);
            Binding binding = new Binding(loop, link, command, events, counters, random);
            bindings.add(binding);
            binding.connect();
          }
          loop.after(SWEEP, this::sweep);
          started.complete(null);
        });
    return started;
  }

  private int[] commands() {
    return link.bind() == SmppLink.Bind.TRANSCEIVER
        ? new int[] {SMPPConstant.CID_BIND_TRANSCEIVER}
        : new int[] {SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSMITTER};
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    loop.enter(() -> take(outbound, outcome));
    return outcome;
  }

  private void take(Outbound outbound, CompletableFuture<Sent> outcome) {
    try {
      if (outbound.kind() == Outbound.Kind.MESSAGE) {
        message(outbound, outcome);
      } else {
        screen(outbound, outcome);
      }
    } catch (Codec.Malformed e) {
      outcome.complete(new Sent.Refused(Status.of(e.status()).name()));
    } catch (IllegalArgumentException e) {
      outcome.complete(new Sent.Refused("cannot be written"));
    }
  }

  private void message(Outbound outbound, CompletableFuture<Sent> outcome) {
    int count = messages.count(outbound.text());
    if (count > link.limits().segments()) {
      outcome.complete(new Sent.Refused(count + " segments"));
    } else if (sending() == null) {
      outcome.complete(new Sent.Held("link down", outbound.taken()));
    } else if (!queue.takes(count)) {
      refused = true;
      outcome.complete(new Sent.Held("queue full", outbound.taken()));
    } else {
      List<byte[]> pdus = new ArrayList<>(count);
      for (Submit part : messages.write(outbound, loop.now())) pdus.add(codec.submit(part));
      Sending.Told told = (index, id) -> taken(outbound, index, pdus.size(), id);
      Sending sending = new Sending(outbound, pdus.size(), told, outcome);
      Shares.Kind kind = Shares.Kind.of(outbound.urgency());
      for (int i = 0; i < pdus.size(); i++) {
        if ((outbound.taken() & 1 << i) == 0) {
          queue.add(kind, new Segment(serial++, sending, pdus.get(i), i, null));
        }
      }
    }
  }

  private void taken(Outbound outbound, int index, int segments, String messageId) {
    if (receiver != null) {
      receiver.taken(
          new Taken(link.smsc(), link.id(), outbound, index + 1, segments, messageId, loop.now()));
    }
  }

  private void screen(Outbound outbound, CompletableFuture<Sent> outcome) {
    Dialogue dialogue = dialogues.find(outbound.dialogue()).orElse(null);
    if (dialogue == null) {
      outcome.complete(new Sent.Unseen("the dialogue has ended"));
    } else if (!screens.fits(outbound.text())) {
      outcome.complete(new Sent.Refused("longer than a screen"));
    } else if (dialogue.via().ended() || sending() == null || !queue.takes(1)) {
      outcome.complete(new Sent.Unseen("the bind it belonged to has ended"));
    } else {
      boolean last = outbound.kind() == Outbound.Kind.LAST_SCREEN;
      byte[] pdu = codec.submit(screens.write(dialogue, outbound.text(), last));
      Sending sending = new Sending(outbound, 1, (index, id) -> {}, outcome);
      if (last) {
        sending.whenTaken(() -> dialogues.finished(dialogue));
      }
      dialogue.screen(sending, loop.now());
      queue.add(Shares.Kind.SCREEN, new Segment(serial++, sending, pdu, 0, dialogue.via()));
    }
  }

  private @Nullable Connection sending() {
    for (Binding binding : bindings) {
      Connection connection = binding.sending();
      if (connection != null) {
        return connection;
      }
    }
    return null;
  }

  private void sweep() {
    if (intake != null && !draining) {
      intake.sweep();
      loop.after(SWEEP, this::sweep);
    }
  }

  /** What the link has done and holds. */
  public CompletableFuture<LinkStats> stats() {
    CompletableFuture<LinkStats> stats = new CompletableFuture<>();
    loop.enter(() -> stats.complete(snapshot()));
    return stats;
  }

  private LinkStats snapshot() {
    return counters.snapshot(
        up, intake == null ? 0 : intake.unanswered(), inFlight(), queue.size(), dialogues.size());
  }

  private int inFlight() {
    return bindings.stream().mapToInt(Binding::inFlight).sum();
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> drained = new CompletableFuture<>();
    loop.enter(
        () -> {
          draining = true;
          if (intake != null) {
            intake.close();
          }
          drain(loop.now().plus(link.timers().drain()), drained);
        });
    return drained;
  }

  private void drain(Instant latest, CompletableFuture<Void> drained) {
    boolean busy =
        (intake != null && intake.unanswered() > 0) || inFlight() > 0 || queue.size() > 0;
    if (busy && sending() != null && loop.now().isBefore(latest)) {
      loop.after(DRAIN_POLL, () -> drain(latest, drained));
      return;
    }
    queue.fail("the link is being closed");
    bindings.forEach(Binding::close);
    await(latest.plus(link.timers().response()), drained);
  }

  private void await(Instant latest, CompletableFuture<Void> drained) {
    if (bindings.stream().allMatch(Binding::gone) || !loop.now().isBefore(latest)) {
      drained.complete(null);
    } else {
      loop.after(DRAIN_POLL, () -> await(latest, drained));
    }
  }

  /** What the binds tell. */
  private final class Events implements Connection.Owner {
    private final Intake taking;

    Events(Intake taking) {
      this.taking = taking;
    }

    @Override
    public void bound(Connection connection) {
      settled();
    }

    @Override
    public void delivered(Connection connection, Deliver deliver) {
      taking.take(connection, deliver);
    }

    @Override
    public void settled() {
      boolean was = up;
      up = sending() != null;
      queue.pump();
      boolean room = refused && 2 * queue.size() <= link.limits().queued();
      if (receiver != null && up && !draining && (room || !was)) {
        refused = false;
        receiver.ready(link.id());
      }
    }

    @Override
    public void ended(Connection connection, Connection.End end) {
      up = sending() != null;
      trouble =
          connection.refusal().isEmpty()
              ? "is down"
              : "refuses our bind with " + connection.refusal();
      taking.ended(connection);
      if (!up) {
        queue.fail("link down");
      }
    }
  }
}
