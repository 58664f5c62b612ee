package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * The USSD centre: a dialogue lives on one bind; it ends by its last screen, by the subscriber, by
 * silence, or with its bind.
 */
final class Dialogues {
  /** How long the centre waits for a screen. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofSeconds(3);

  private final Air air;
  private final Network network;
  private final Turns turns;
  private final Findings findings;
  private final Map<String, Dialogue> all = new LinkedHashMap<>();

  Dialogues(Air air, Network network, Turns turns, Findings findings) {
    this.air = air;
    this.network = network;
    this.turns = turns;
    this.findings = findings;
  }

  /** One dialogue, as the centre knows it. */
  static final class Dialogue {
    private final String id;
    private final Subscriber subscriber;
    private final SimProcess process;
    private boolean open = true;
    private @Nullable Mo release;
    private Instant lastDelivery;
    private int inputs;

    private Dialogue(String id, Subscriber subscriber, SimProcess process, Instant now) {
      this.id = id;
      this.subscriber = subscriber;
      this.process = process;
      this.lastDelivery = now;
    }

    boolean isOpen() {
      return open;
    }

    String id() {
      return id;
    }
  }

  /** The subscriber dials; null when no bind is up. */
  @Nullable Dialogue begin(String id, Subscriber subscriber) {
    SimProcess process = air.someone();
    if (process == null) return null;
    Dialogue dialogue = new Dialogue(id, subscriber, process, air.now());
    all.put(id, dialogue);
    return dialogue;
  }

  /** The subscriber dials or answers: nobody else may come between. */
  void input(Dialogue dialogue, Mo mo) {
    int mine = ++dialogue.inputs;
    deliver(dialogue, mo);
    if (air.hits(air.weather().twice()))
      air.later(air.between(LEAST, MOST), () -> deliver(dialogue, mo));
    air.later(
        IDLE,
        () -> {
          if (dialogue.inputs == mine) release(dialogue, Input.Reason.TIMED_OUT);
        });
  }

  /** What belongs to a dialogue arrives in order: it is one connection. */
  private void deliver(Dialogue dialogue, Mo mo) {
    Instant at = air.now().plus(air.delay());
    if (!at.isAfter(dialogue.lastDelivery)) at = dialogue.lastDelivery.plusMillis(1);
    dialogue.lastDelivery = at;
    air.later(Duration.between(air.now(), at), () -> arrive(dialogue, mo));
  }

  private void arrive(Dialogue dialogue, Mo mo) {
    if (!dialogue.process.bound()) return;
    if (mo.act() == Inbound.Act.RELEASE) dialogue.release = mo;
    else if (!dialogue.open) return;
    network.give(dialogue.process, mo, () -> release(dialogue, Input.Reason.FAILED));
  }

  /** The dialogue ends without a last screen. */
  void release(Dialogue dialogue, Input.Reason reason) {
    if (!dialogue.open) return;
    dialogue.open = false;
    findings.note(dialogue.subscriber.name(), dialogue.id + " ends: " + reason);
    deliver(dialogue, dialogue.subscriber.released(dialogue.id, reason));
  }

  /** A process sends a screen: it reaches the phone when the dialogue still stands. */
  Sent screen(SimProcess process, String name, Outbound outbound) {
    Dialogue dialogue = all.get(String.valueOf(outbound.dialogue()));
    if (dialogue == null || dialogue.process != process) {
      findings.violated(
          Invariant.NOTHING_TO_THE_DEAD, name, outbound.id() + " goes by a bind without it");
      return new Sent.Unseen("unknown");
    }
    // Until then it may be looking up whose it is; links drop what comes for a dialogue that ended.
    if (dialogue.release != null && turns.isAcknowledged(dialogue.release))
      findings.violated(
          Invariant.NOTHING_TO_THE_DEAD, name, outbound.id() + " after the end of " + dialogue.id);
    if (!dialogue.open) return new Sent.Unseen("gone");
    if (outbound.kind() == Outbound.Kind.LAST_SCREEN) dialogue.open = false;
    int mine = ++dialogue.inputs;
    air.later(
        air.delay(),
        () -> {
          if (dialogue.open && dialogue.inputs == mine) dialogue.subscriber.sees(dialogue);
        });
    return new Sent.Taken(List.of());
  }

  /** The bind is gone, and every dialogue on it. */
  void lost(SimProcess process) {
    for (Dialogue dialogue : new ArrayList<>(all.values()))
      if (dialogue.process == process) dialogue.open = false;
  }
}
