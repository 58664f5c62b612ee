package ma.jisr.bench.subject;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A subject's processes, from their start to their end. */
public final class Running implements AutoCloseable {
  /** Seconds that a subject may take to stop before it is killed. */
  private static final long STOP_BOUND = 25;

  private final List<Process> processes;
  private final Allocation allocation;

  private Running(List<Process> processes, Allocation allocation) {
    this.processes = processes;
    this.allocation = allocation;
  }

  static Running of(List<Process> processes) {
    return new Running(processes, Allocation.none());
  }

  /** One JVM, asked what it allocates. */
  static Running jvm(Process process) {
    return new Running(List.of(process), Allocation.of(process.pid()));
  }

  public boolean alive() {
    return processes.stream().allMatch(Process::isAlive);
  }

  /** The first process: the one that is worth a profile. */
  public long pid() {
    return processes.getFirst().pid();
  }

  /** CPU used so far by all of them and what they started, user and system. */
  public Duration cpu() {
    Duration sum = Duration.ZERO;
    for (Process process : processes) {
      sum = sum.plus(process.info().totalCpuDuration().orElse(Duration.ZERO));
      for (ProcessHandle child : process.descendants().toList())
        sum = sum.plus(child.info().totalCpuDuration().orElse(Duration.ZERO));
    }
    return sum;
  }

  /** Bytes allocated on the heap so far by all threads, or -1 where there is none to ask. */
  public long allocated() throws IOException {
    return allocation.bytes();
  }

  @Override
  public void close() throws IOException {
    allocation.close();
    for (Process process : processes.reversed()) process.destroy();
    try {
      for (Process process : processes)
        if (!process.waitFor(STOP_BOUND, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      processes.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
