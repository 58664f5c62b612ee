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
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      try (RadioClient phone = phone(settings, "+212661000077")) {
        String first = firstContact(phone, CELL);
        assertTrue(first.contains("Amizmiz"), first);
        assertFalse(first.contains(WHERE), first);
        String back = ask(phone, new Command.Answer("0"));
        assertTrue(back.contains(WHERE), "whoever means another place says so: " + back);
      }
      try (RadioClient phone = phone(settings, "+212661000078")) {
        String first = firstContact(phone, "604-01-30123-1");
        assertTrue(first.contains(WHERE), "nobody knows this cell: " + first);
      }
      try (RadioClient phone = phone(settings, "+212661000079")) {
        String first = firstContact(phone, "");
        assertTrue(first.contains(WHERE), "no cell at all: " + first);
      }
    }
  }

  private RadioClient phone(Settings settings, String number) {
    return RadioClient.connect(settings.data(), number, this::heard);
  }

  /** The language, then what was dialled; the network has said where with the first input alone. */
  private String firstContact(RadioClient phone, String cell) {
    assertNull(phone.ask(new Command.Cell(cell)).error());
    assertTrue(ask(phone, new Command.Dial("*585*1#")).contains("Lougha"), screen.get());
    return ask(phone, new Command.Answer("3"));
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
