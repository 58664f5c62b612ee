package ma.jisr.app.channels;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What goes wrong, once, between the fake of a provider and the product. */
final class Troubles {
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean twice;
  private boolean holds;
  private @Nullable Delivery held;

  /** Brings something to the product. */
  @FunctionalInterface
  interface Delivery {
    void go(boolean twice) throws Exception;
  }

  void suffer(Handset.Fault fault) {
    switch (fault) {
      case BUSY -> busy.set(true);
      case TWICE -> twice = true;
      case SWAPPED -> holds = true;
      case DROPPED -> throw new IllegalArgumentException("there is no connection to be cut");
    }
  }

  /** Whether this call of the product's is answered "too many". */
  boolean busy() {
    return busy.getAndSet(false);
  }

  /** Now, and twice; or behind what comes next. */
  void deliver(Delivery what) throws Exception {
    if (holds) {
      holds = false;
      held = what;
      return;
    }
    boolean again = twice;
    twice = false;
    what.go(again);
    Delivery late = held;
    held = null;
    if (late != null) late.go(false);
  }
}
