package ma.jisr.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What {@link NearestBench} measures, in processor time of the one thread that asks: the figure
 * that other work on the machine disturbs least (it still fights for caches). Argument: how many
 * points.
 */
public final class NearestCosts {
  private static final int WARM = 200_000;
  private static final int ROUNDS = 5;
  private static final int QUERIES = 100_000;

  /** The scan takes that much longer. */
  private static final int SCANS = 3;

  private NearestCosts() {}

  public static void main(String[] arguments) {
    NearestBench bench = new NearestBench(Integer.parseInt(arguments[0]));
    bench.scatter();
    for (int i = 0; i < WARM; i++) {
      bench.tree();
      bench.map();
      bench.mapWithEdits();
    }
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "heap with all of it %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    for (int round = 0; round < ROUNDS; round++) {
      print("tree", QUERIES, bench::tree);
      print("map", QUERIES, bench::map);
      print("map with edits", QUERIES, bench::mapWithEdits);
      print("edit", QUERIES / 100, bench::edit);
    }
    print("naive scan", SCANS, bench::naiveScan);
  }

  private static void print(String what, int times, Supplier<?> query) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    int found = 0;
    for (int i = 0; i < times; i++) found += System.identityHashCode(query.get()) & 1;
    double micros = (threads.getCurrentThreadCpuTime() - before) / 1e3 / times;
    System.out.printf(Locale.ROOT, "%s: %.1f us, %.0f/s (%d)%n", what, micros, 1e6 / micros, found);
  }
}
