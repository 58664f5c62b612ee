package ma.jisr.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.Main;

/**
 * Jisr in a process of its own. Whatever it prints is kept; closing it shows that nothing of a
 * person's number or text was among it.
 */
final class JisrProcess implements AutoCloseable {
  /** The phone of these tests. */
  static final String MSISDN = "+212661987654";

  /** What these tests type that no log may hold: the end of the number, a place in two scripts. */
  static final List<String> PERSONAL = List.of("987654", "987655", "ichaoua", "شيشاوة");

  /** How long anything may take before a test gives up; nothing is judged by time. */
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final List<CompletableFuture<Void>> readers;

  private JisrProcess(Process process) {
    this.process = process;
    this.readers =
        List.of(read(process.inputReader(UTF_8), false), read(process.errorReader(UTF_8), true));
  }

  static JisrProcess start(Map<String, String> environment, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", // starts in half the time
                "-Xmx256m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new JisrProcess(builder.start());
  }

  private CompletableFuture<Void> read(BufferedReader stream, boolean error) {
    return CompletableFuture.runAsync(
        () -> {
          try (stream) {
            for (String line = stream.readLine(); line != null; line = stream.readLine())
              add(line, error);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  private synchronized void add(String line, boolean error) {
    lines.add(line);
    if (error) log.add(line);
    notifyAll();
  }

  /** Everything printed so far, on both streams. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Everything on standard error so far. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** Waits until a line is printed that holds the words. */
  synchronized JisrProcess says(String words) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (lines.stream().noneMatch(line -> line.contains(words))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertTrue(left > 0, "never said \"" + words + "\" but: " + lines);
      wait(left);
    }
    return this;
  }

  /** Waits until it runs and has bound its link. */
  JisrProcess ready() throws InterruptedException {
    return says("Jisr runs").says("bound as");
  }

  /** SIGKILL; by the handle, which leaves the pipes open. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; by the handle, too. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end. */
  int exit(Duration bound) throws InterruptedException {
    assertTrue(process.waitFor(bound.toSeconds(), TimeUnit.SECONDS), "still runs: " + lines());
    readers.forEach(CompletableFuture::join);
    return process.exitValue();
  }

  int exit() throws InterruptedException {
    return exit(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  @Override
  public void close() {
    kill();
    readers.forEach(CompletableFuture::join);
    for (String line : lines())
      for (String word : PERSONAL)
        assertFalse(line.toLowerCase(Locale.ROOT).contains(word), "personal data in: " + line);
  }
}
