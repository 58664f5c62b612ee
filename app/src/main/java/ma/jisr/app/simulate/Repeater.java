package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.gateway.session.Keys;

/** Somebody who always says the same, because it was not read, or is to be told again. */
final class Repeater implements Phone {
  private static final Duration QUICKEST = Duration.ofMillis(500);
  private static final Duration SLOWEST = Duration.ofSeconds(40);

  /** What is answered in the turn itself, and what a slow service answers later. */
  private static final List<String> WORDS = List.of("menu", "?", "oui", "voir absent");

  private final Handset handset;
  private final Air air;
  private final Chance chance;
  private final PlainNetwork network;
  private final Keys keys;
  private final String words;

  Repeater(Handset handset, Air air, Chance chance, PlainNetwork network, Keys keys) {
    this.handset = handset;
    this.air = air;
    this.chance = chance;
    this.network = network;
    this.keys = keys;
    this.words = chance.of(WORDS);
  }

  @Override
  public String name() {
    return handset.name();
  }

  @Override
  public void reads(String text) {
    // it changes nothing
  }

  /** Begins, and says it until then. */
  void live(Instant until) {
    air.later(
        chance.between(QUICKEST, SLOWEST),
        () -> {
          if (!air.now().isBefore(until)) return;
          network.send(new PlainMo(handset.inbound(handset.nextId(), words), keys));
          live(until);
        });
  }
}
