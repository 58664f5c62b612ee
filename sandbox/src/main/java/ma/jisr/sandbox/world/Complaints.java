package ma.jisr.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the centre found wrong with the program on the other side of the link, in sentences without
 * numbers or texts of people. The last {@value #KEPT} are kept.
 */
public final class Complaints {
  /** How many are kept: enough for any test, little enough for a centre that runs for weeks. */
  public static final int KEPT = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private final Deque<String> kept = new ArrayDeque<>();

  /** Notes a complaint. */
  public synchronized void add(String complaint) {
    LOG.warn("{}", complaint);
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(complaint);
  }

  /** All that are kept, oldest first. */
  public synchronized List<String> all() {
    return List.copyOf(kept);
  }
}
