package ma.jisr.map.report;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The port by which those are thanked who reported a hotspot, when somebody has checked it. */
@FunctionalInterface
public interface Thanks {
  /** Nobody is thanked. */
  Thanks NONE = owed -> nothing();

  /**
   * Takes it over; complete when it is durable, failed when nothing is known: then it is handed in
   * again.
   */
  CompletableFuture<Void> owe(Owed owed);

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  /** What came of it. */
  enum Found {
    WORKS,
    BROKEN,
    /** It has closed for good, or was taken off the map. */
    CLOSED,
    /** Where it is now has been entered. */
    MOVED,
    /** What they named is on the map. */
    NEW
  }

  /**
   * Thanks for one check.
   *
   * @param id the same for the same check, and for no other
   * @param hotspot its id
   * @param found what whoever looked has found or done
   * @param people the random ids of their person documents
   * @param at when it was checked
   */
  record Owed(String id, String hotspot, Found found, List<String> people, Instant at) {
    public Owed {
      people = List.copyOf(people);
    }

    @Override
    public String toString() {
      return "Owed[" + id + "]";
    }
  }
}
