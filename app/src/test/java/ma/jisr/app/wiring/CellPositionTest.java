package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.app.settings.Settings;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cell on the wire becomes the place that is asked about: the whole product over real sockets.
 */
class CellPositionTest {
  private static final String CELL = "604-01-30123-7900417";
  private static final String ROW = "LTE,604,1,30123,7900417,0,-8.2343,31.2187,1250,12,1,1,2,0\n";
  private static final String WHERE = "Votre lieu ?";

  @TempDir Path folder;
  private final AtomicReference<String> screen = new AtomicReference<>("");

  private Settings settings() {
    Settings usual = Settings.ofSandbox(folder);
    return new Settings(
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
  }

  @Test
  void nobodyIsAskedWhomTheNetworkHasLocated() throws Exception {
    Settings settings = settings();
    Files.createDirectories(settings.data());
    String uri = Files.writeString(folder.resolve("604.csv"), ROW).toUri().toString();
    assertEquals(
        "imported, in use on all nodes",
        CellVerb.offline(settings, List.of("-", "import", uri, "real", "604")).getLast());
    try (Node node = Node.start(settings);
        RadioClient phone = RadioClient.connect(settings.data(), "+212661000077", this::heard)) {
      assertTrue(node.httpPort() > 0);
      ask(phone, new Command.Cell(CELL));
      ask(phone, new Command.Dial("*585*1#"));
      // A first contact: the language, then what was dialled; the network has said where only once.
      String first = ask(phone, new Command.Answer("3"));
      assertTrue(first.contains("Amizmiz"), first);
      assertFalse(first.contains(WHERE), first);
      String back = ask(phone, new Command.Answer("0"));
      assertTrue(back.contains(WHERE), "whoever means another place says so: " + back);
      assertTrue(
          ask(phone, new Command.Dial("*585*1*1001#")).contains("Jemaa el Fna"), screen.get());
      ask(phone, new Command.Cell("604-01-30123-1"));
      assertTrue(ask(phone, new Command.Dial("*585*1#")).contains(WHERE), "nobody knows this cell");
      ask(phone, new Command.Cell(""));
      assertTrue(ask(phone, new Command.Dial("*585*1#")).contains(WHERE), "no cell at all");
    }
  }

  private void heard(Heard heard) {
    if (heard instanceof Heard.Happened(PhoneEvent.Shown(var shown), var account))
      screen.set(shown.text());
  }

  private String ask(RadioClient phone, Command command) {
    assertNull(phone.ask(command).error());
    return screen.get();
  }
}
