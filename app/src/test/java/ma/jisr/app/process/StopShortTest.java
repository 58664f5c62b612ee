package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A stop that cannot end well, because the SMSC does not answer. */
@Execution(ExecutionMode.CONCURRENT)
class StopShortTest {
  private static final int STOPPED_SHORT = 3;
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private JisrProcess start(DeafCentre centre) throws Exception {
    Files.writeString(folder.resolve("password"), "s3cret");
    Path config =
        CommandRun.config(
            folder,
            """
            http: {port: 0}
            samples: true
            links:
              - {id: iam, host: 127.0.0.1, port: %d, system-id: jisr, password: "${file:password}", window: 1}
            """
                .formatted(centre.port()));
    assertEquals(0, CommandRun.of("keys", "create", folder.resolve("jisr.keys").toString()).code());
    return JisrProcess.start(Map.of(), "run", "--config", config.toString()).ready();
  }

  @Test
  void whoAsksTwiceDoesNotWait() throws Exception {
    try (DeafCentre centre = new DeafCentre(0);
        JisrProcess jisr = start(centre)) {
      jisr.terminate();
      jisr.says("stopping: what was taken is finished first");
      centre.left.get(60, TimeUnit.SECONDS);
      jisr.terminate();
      jisr.says("told to stop again while stopping the links: ends at once");
      assertEquals(STOPPED_SHORT, jisr.exit(AT_ONCE));
    }
  }

  /** The queue has 10 s, then unbind has 10 s: all that a stop may take. */
  @Test
  @Tag("long")
  void whatDoesNotEndIsLeftAndNamed() throws Exception {
    try (DeafCentre centre = new DeafCentre(4);
        JisrProcess jisr = start(centre)) {
      centre.asked.get(60, TimeUnit.SECONDS);
      jisr.terminate();
      assertEquals(STOPPED_SHORT, jisr.exit(Node.STOP_BOUND.plus(AT_ONCE)));
      jisr.says("stopped without the end of the links");
    }
  }
}
