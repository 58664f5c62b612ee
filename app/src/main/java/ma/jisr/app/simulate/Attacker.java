package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;

/** A phone, or no phone at all, that writes more than anybody reads. */
final class Attacker implements Phone {
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  /** Two trips over the radio. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** Faster than anybody reads, on average 1.5 s. */
  private static final Duration OFTEN = Duration.ofSeconds(6);

  private static final Duration SELDOM = Duration.ofSeconds(20);

  /** What it does. */
  enum Kind {
    /** Writes at times, from where nobody is to be answered. */
    FOREIGN,
    /** Answers every text with the same words. */
    MACHINE,
    /** Answers every text, each time in other words. */
    TALKER,
    /** Asks without waiting for an answer. */
    CHATTERER
  }

  private final Kind kind;
  private final Handset handset;
  private final Air air;
  private final Chance chance;
  private final Network network;

  Attacker(Kind kind, Handset handset, Air air, Chance chance, Network network) {
    this.kind = kind;
    this.handset = handset;
    this.air = air;
    this.chance = chance;
    this.network = network;
  }

  @Override
  public String name() {
    return handset.name();
  }

  Kind kind() {
    return kind;
  }

  /** Begins; who writes of its own accord does so until then. */
  void live(Instant until) {
    air.later(
        chance.between(AT_ONCE, kind == Kind.CHATTERER ? OFTEN : SELDOM),
        () -> {
          if (!air.now().isBefore(until)) return;
          write(words());
          if (kind == Kind.FOREIGN || kind == Kind.CHATTERER) live(until);
        });
  }

  private String words() {
    return switch (kind) {
      case FOREIGN, CHATTERER, TALKER -> "voir w" + handset.sent();
      case MACHINE -> "voir absent";
    };
  }

  @Override
  public void reads(String text) {
    if (kind == Kind.MACHINE || kind == Kind.TALKER)
      air.later(chance.between(AT_ONCE, SOON), () -> write(words()));
  }

  private void write(String text) {
    network.send(handset.message(text));
  }
}
