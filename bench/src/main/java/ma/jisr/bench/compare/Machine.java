package ma.jisr.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time of this machine, and who used it. */
final class Machine {
  private static final Path STAT = Path.of("/proc/stat");

  /** Milliseconds of one tick of /proc/stat (USER_HZ is 100 on every Linux that runs a JVM). */
  private static final long TICK = 10;

  private Machine() {}

  /** What all processes together have used since the start; zero where the system does not tell. */
  static Duration busy() throws IOException {
    if (!Files.isReadable(STAT)) return Duration.ZERO;
    try (var lines = Files.lines(STAT)) {
      String[] cpu = lines.findFirst().orElse("cpu").trim().split(" +", -1);
      long ticks = 0;
      // user nice system idle iowait irq softirq steal
      for (int i = 1; i < Math.min(cpu.length, 9); i++)
        if (i != 4 && i != 5) ticks += Long.parseLong(cpu[i]);
      return Duration.ofMillis(ticks * TICK);
    }
  }

  /** What this process has used: the load generator. */
  static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  static String described() {
    return "%d processors, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }
}
