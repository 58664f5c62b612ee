package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.session.Keys;
import org.jspecify.annotations.Nullable;

/** Somebody with a phone, who writes, dials, answers and hangs up as it suits. */
final class Subscriber implements Phone {
  private static final Duration QUICKEST = Duration.ofMillis(200);
  private static final Duration SLOWEST = Duration.ofSeconds(30);
  private static final Duration THOUGHT = Duration.ofSeconds(12);

  private final Handset handset;
  private final Air air;
  private final Chance chance;
  private final Network network;
  private final PartNetwork parts;
  private final Keys keys;
  private final Dialogues dialogues;
  private Dialogues.@Nullable Dialogue open;
  private int dialled;
  private int references;

  Subscriber(
      Handset handset,
      Air air,
      Chance chance,
      Network network,
      PartNetwork parts,
      Dialogues dialogues,
      Keys keys) {
    this.handset = handset;
    this.air = air;
    this.chance = chance;
    this.network = network;
    this.parts = parts;
    this.keys = keys;
    this.dialogues = dialogues;
  }

  @Override
  public String name() {
    return handset.name();
  }

  /** Begins to live, and does things until then. */
  void live(Instant until) {
    air.later(
        chance.between(QUICKEST, SLOWEST),
        () -> {
          if (!air.now().isBefore(until)) return;
          if (chance.hits(0.3)) dial();
          else if (chance.hits(0.2)) writeAtLength();
          else write(words());
          live(until);
        });
  }

  private String words() {
    return switch (chance.below(7)) {
      case 0, 1 -> "payer " + sum();
      case 2, 3 -> "voir w" + handset.sent();
      case 4 -> "rappel";
      case 5 -> "attendre";
      default -> chance.of(List.of("oui", "non", "1", "menu", "?"));
    };
  }

  /** A sum that nobody pays twice. */
  private String sum() {
    return name().substring(3) + (1000 + handset.sent());
  }

  /** A question is answered, mostly. */
  @Override
  public void reads(String text) {
    if (!text.contains("?") || !chance.hits(0.7)) return;
    air.later(chance.between(QUICKEST, THOUGHT), () -> write("oui"));
  }

  /** A screen appears. */
  void sees(Dialogues.Dialogue dialogue) {
    air.later(
        chance.between(QUICKEST, THOUGHT),
        () -> {
          if (!dialogue.isOpen()) return;
          if (chance.hits(0.15)) dialogues.release(dialogue, Input.Reason.RELEASED);
          else if (chance.hits(0.9))
            dialogues.input(
                dialogue,
                handset.mo(
                    Inbound.Act.ANSWER,
                    chance.of(List.of("1", "1", "2", "0", sum())),
                    dialogue.id(),
                    null));
        });
  }

  private void writeAtLength() {
    String text = "voir w" + handset.sent() + " et encore".repeat(4 + chance.below(18));
    LongMo mo = new LongMo(handset, ++references, text, keys);
    parts.send(mo, chance.hits(0.1) ? chance.below(mo.parts()) : -1);
  }

  private void write(String text) {
    network.send(handset.message(text));
  }

  private void dial() {
    if (open != null && open.isOpen()) return;
    Dialogues.Dialogue dialogue = dialogues.begin(name() + ".d" + ++dialled, this);
    open = dialogue;
    if (dialogue == null) return;
    String code = chance.of(List.of("*585#", "*585*1*" + sum() + "#", "*585*2#", "*585*3#"));
    dialogues.input(dialogue, handset.mo(Inbound.Act.BEGIN, code, dialogue.id(), null));
  }

  /** What the centre tells of a dialogue's end. */
  Mo released(String dialogue, Input.Reason reason) {
    return handset.mo(Inbound.Act.RELEASE, "", dialogue, reason);
  }
}
