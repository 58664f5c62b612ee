package ma.jisr.service.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One erasure on its way. Immutable; its id is the person's, which is random and means nothing once
 * it has ended.
 *
 * @param stage what has been done
 * @param names keyed hashes of the person's addresses
 * @param sealed their numbers, for the vault's bearer only; "" once everything is erased
 * @param done the rooms that have nothing of them any more
 * @param due when the next step is to be taken
 * @param tries of the next step that have failed
 */
public record Erasure(
    Why why,
    Stage stage,
    List<String> names,
    String sealed,
    List<String> done,
    Instant wished,
    Instant due,
    int tries) {
  /** What has been done, in this order. */
  public enum Stage {
    /** Nothing: it is known that it must be. */
    WISHED,
    /** It stands in the log outside the store. */
    LOGGED,
    /** No address leads to them. */
    UNNAMED,
    /** Nothing is remembered of their conversations, and nothing is said to them any more. */
    LEFT,
    /** No room has anything of them but what the law keeps. */
    EMPTIED,
    /** Their document is a stone, their key is destroyed. */
    BURIED
  }

  public Erasure {
    names = List.copyOf(names);
    done = List.copyOf(done);
  }

  Erasure at(Stage next, Instant when) {
    return new Erasure(why, next, names, sealed, done, wished, when, 0);
  }

  Erasure emptied(String room, Instant when) {
    List<String> all = new ArrayList<>(done);
    if (!all.contains(room)) all.add(room);
    return new Erasure(why, stage, names, sealed, all, wished, when, 0);
  }

  Erasure buried(Instant when) {
    return new Erasure(why, Stage.BURIED, List.of(), "", done, wished, when, 0);
  }

  /** The same, to be tried again. */
  Erasure again(Instant when, int failed) {
    return new Erasure(why, stage, names, sealed, done, wished, when, failed);
  }

  @Override
  public String toString() {
    return "Erasure[" + why + ' ' + stage + "]";
  }
}
