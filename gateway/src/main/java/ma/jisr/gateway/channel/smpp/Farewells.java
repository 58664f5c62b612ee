package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import ma.jisr.gateway.channel.Inbound;

/**
 * The ends of dialogues that the receiver had no room for, to be told again: gateways say an abort
 * once, whatever it is answered. Confined to the link's loop.
 */
final class Farewells {
  /** Kept at a time, as many as there are open dialogues; of more, the oldest go: they idle out. */
  private static final int MOST = 20_000;

  /** Told again in one sweep, so that overload is not made worse. */
  private static final int BATCH = 500;

  private final Deque<Inbound> kept = new ArrayDeque<>();
  private final Duration life;

  /**
   * @param life after which the receiver has ended the dialogue by itself
   */
  Farewells(Duration life) {
    this.life = life;
  }

  int size() {
    return kept.size();
  }

  /** To be told again. */
  void keep(Inbound release) {
    kept.add(release);
    if (kept.size() > MOST) {
      kept.remove();
    }
  }

  /** Tells the oldest again. */
  void sweep(Instant now, Consumer<Inbound> again) {
    for (int i = Math.min(BATCH, kept.size()); i > 0; i--) {
      Inbound oldest = kept.remove();
      if (oldest.at().plus(life).isAfter(now)) {
        again.accept(oldest);
      }
    }
  }
}
