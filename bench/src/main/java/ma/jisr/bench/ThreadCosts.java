package ma.jisr.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each kind of thread has used of the processors at one moment, nanoseconds.
 *
 * @param kinds by the beginning of the threads' names
 * @param process all of it, the JVM's compiler and collector included
 */
record ThreadCosts(Map<String, Long> kinds, long process) {
  static ThreadCosts now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> kinds = new TreeMap<>();
    for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds()))
      if (info != null)
        kinds.merge(
            kind(info.getThreadName()), threads.getThreadCpuTime(info.getThreadId()), Long::sum);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new ThreadCosts(kinds, system.getProcessCpuTime());
  }

  private static String kind(String name) {
    if (name.startsWith("vert.x-event")) return "loops";
    if (name.startsWith("store-write-live")) return "writer";
    if (name.startsWith("store-write")) return "bulk writer";
    if (name.startsWith("store-read")) return "readers";
    if (name.startsWith("store-check")) return "checkpoints";
    return name.equals("main") ? "generator" : "others";
  }

  /** Microseconds of each kind since then, for each of so many turns. */
  String since(long turns) {
    ThreadCosts now = now();
    StringBuilder text = new StringBuilder();
    long known = 0;
    for (Map.Entry<String, Long> kind : now.kinds.entrySet()) {
      long used = kind.getValue() - kinds.getOrDefault(kind.getKey(), 0L);
      known += used;
      text.append(String.format(Locale.ROOT, "%s %.1f, ", kind.getKey(), used / 1e3 / turns));
    }
    long all = now.process - process;
    return text.append(
            String.format(
                Locale.ROOT,
                "compiler and collector %.1f, all %.1f µs",
                (all - known) / 1e3 / turns,
                all / 1e3 / turns))
        .toString();
  }
}
