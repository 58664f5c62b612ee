package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Node;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.terminal.Console;
import ma.jisr.sandbox.terminal.Tour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour plays to its end, at any hour, with a Jisr that has just started. */
class TourTest {
  /** What a reader bears: the pauses of all steps together. */
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(35);

  private static final Duration BEAT = Duration.ofSeconds(3);

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void playsToItsEnd() throws Exception {
    Settings usual = Settings.ofSandbox(folder);
    Settings settings =
        new Settings(
            usual.data(),
            usual.store(),
            usual.keys(),
            new Settings.Http("127.0.0.1", 0),
            usual.codes(),
            usual.contact(),
            usual.links(),
            true,
            true,
            usual.limits());
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      Tour tour = new Tour(console(), Handset.BASIC, pause -> {});
      var steps = TourCommand.steps(settings.codes());
      boolean played = tour.play(settings.data(), "+212661000099", steps, Duration.ZERO);
      assertTrue(played, printed.toString(StandardCharsets.UTF_8));
      // A number that ends in 2 has a wallet, at this issuer; it pays, and has its receipt.
      var paying = TourCommand.paying(settings.codes());
      boolean paid = tour.play(settings.data(), "+212661000092", paying, Duration.ZERO);
      String shown = printed.toString(StandardCharsets.UTF_8);
      assertTrue(paid, shown);
      assertTrue(shown.contains("> ****\n") && !shown.contains("1234\n"), shown);
    }
  }

  @Test
  void takesHalfAMinute() {
    int steps = TourCommand.steps(Settings.Codes.DEFAULT).size();
    assertTrue(BEAT.multipliedBy(steps).compareTo(HALF_A_MINUTE) < 0);
    int paying = TourCommand.paying(Settings.Codes.DEFAULT).size();
    assertTrue(BEAT.multipliedBy(paying).compareTo(HALF_A_MINUTE) < 0);
  }

  @Test
  void withoutASandboxItSaysWhatToDo() {
    var said = CommandRun.of("tour", "--config", CommandRun.sandbox(folder).toString());
    assertEquals(1, said.code());
    assertEquals(
        "jisr: No sandbox runs with the data folder "
            + folder.resolve("data")
            + ": start one by ./jisr in another terminal.\n",
        said.err());
  }

  private Console console() {
    return Console.plain(
        new StringReader(""), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }
}
