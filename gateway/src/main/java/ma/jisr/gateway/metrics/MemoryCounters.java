package ma.jisr.gateway.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters in memory, from zero at each start, for the operations listener and for tests. */
public final class MemoryCounters implements Counters {
  /**
   * Most names with their tags. What exceeds it is counted under {@link #OTHER}, so that a careless
   * tag cannot fill the memory.
   */
  public static final int MAX_SERIES = 10_000;

  /** Where surplus series go. */
  public static final String OTHER = "counters.other";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void count(String what, Map<String, String> tags) {
    String name = tags.isEmpty() ? what : what + new TreeMap<>(tags);
    LongAdder known = counts.get(name);
    if (known == null) {
      String kept = counts.size() < MAX_SERIES ? name : OTHER;
      known = counts.computeIfAbsent(kept, n -> new LongAdder());
    }
    known.increment();
  }

  /** How often so far: the name, with its tags as {@code what{tag=value}}. */
  public long of(String name) {
    LongAdder adder = counts.get(name);
    return adder == null ? 0 : adder.sum();
  }

  /** All counts by name, a snapshot. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, adder) -> all.put(name, adder.sum()));
    return all;
  }
}
