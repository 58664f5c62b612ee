package ma.jisr.app.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ma.jisr.app.admin.AdminClient;

/** Looks once a second how far something is, until nothing more happens with it. */
public final class Watch {
  /** Between two looks: what people can follow, and nothing for the process that is asked. */
  public static final Duration PACE = Duration.ofSeconds(1);

  private final Source source;
  private final Gauge gauge;
  private final Consumer<Duration> pause;

  /** Where it is asked. */
  @FunctionalInterface
  public interface Source {
    /** Empty when no process runs. */
    Optional<AdminClient.Answer> ask() throws IOException;
  }

  /**
   * @param pause waits as long
   */
  public Watch(Source source, Gauge gauge, Consumer<Duration> pause) {
    this.source = source;
    this.gauge = gauge;
    this.pause = pause;
  }

  /**
   * Follows it to its end; gives what went wrong, nothing when all is well.
   *
   * @throws IOException when no process runs, or not any more: what it has begun goes on when it is
   *     started again
   */
  public List<String> follow() throws IOException {
    while (true) {
      AdminClient.Answer answer =
          source.ask().orElseThrow(() -> new IOException("no process runs: start it with ./jisr"));
      if (!answer.ok()) return answer.lines();
      Look look = Look.read(answer.lines());
      gauge.show(look);
      if (look.over()) return List.of();
      pause.accept(PACE);
    }
  }
}
