package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;
import ma.jisr.sandbox.radio.RadioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from another process to a phone. */
class RadioTest {
  private static final Pattern PORT = Pattern.compile("\"port\":([0-9]+)");
  @TempDir Path folder;

  @Test
  void aDialogueOverTheRadio() throws Exception {
    List<Heard> heard = new CopyOnWriteArrayList<>();
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port());
        var radio = RadioClient.connect(folder, Worlds.USER, heard::add)) {
      assertNotNull(esme);
      assertEquals(6, radio.ask(new Command.Dial("*585#")).account().presses());
      assertEquals(null, radio.ask(new Command.Answer("1")).error());
      assertEquals("No question is open", radio.ask(new Command.Answer("1")).error());
      radio.ask(new Command.Sms("2121", "wifi"));
      assertEquals("You texted: wifi", nonNull(radio.message(20)).text());
      radio.ask(new Command.Inbox());
      assertTrue(heard.stream().anyMatch(Heard.Kept.class::isInstance));
    }
  }

  private static ma.jisr.sandbox.phone.TextMessage nonNull(
      ma.jisr.sandbox.phone.@org.jspecify.annotations.Nullable TextMessage message) {
    return java.util.Objects.requireNonNull(message);
  }

  @Test
  void theFileIsForItsOwnerOnlyAndGoesWithTheSandbox() throws Exception {
    try (var world = new Worlds(folder)) {
      assertNotNull(world);
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }
    assertFalse(Files.exists(file()));
    var none =
        assertThrows(
            RadioException.class, () -> RadioClient.connect(folder, Worlds.USER, all -> {}));
    assertEquals(
        "No sandbox runs with the data folder "
            + folder
            + ": start one by ./jisr in another terminal.",
        none.getMessage());
  }

  @Test
  void aFileThatIsLeftOver() throws Exception {
    Files.writeString(file(), "{\"version\":1,\"port\":1,\"token\":\"x\"}");
    assertThrows(RadioException.class, () -> RadioClient.connect(folder, Worlds.USER, all -> {}));
  }

  @Test
  void onePhoneANumber() {
    try (var world = new Worlds(folder);
        var radio = RadioClient.connect(folder, Worlds.USER, all -> {})) {
      assertNotNull(world);
      assertFalse(radio.lost());
      var second =
          assertThrows(
              RadioException.class,
              () -> RadioClient.connect(folder, Worlds.USER.substring(1), all -> {}));
      assertEquals("A phone with this number is already switched on.", second.getMessage());
      var impossible =
          assertThrows(RadioException.class, () -> RadioClient.connect(folder, "12", all -> {}));
      assertEquals("No phone can have this number.", impossible.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1",
        "",
        "null",
        "{}",
        "{\"id\":1}",
        "{\"id\":1,\"command\":{\"do\":\"dial\",\"code\":\"*585#\"}}",
        "{\"id\":1,\"command\":{\"do\":\"fly\"}}",
        "{\"id\":1,\"command\":{\"do\":\"hello\"}}",
        "{\"id\":1,\"command\":{\"do\":\"hello\",\"version\":1,\"token\":\"x\",\"msisdn\":\"+212661000001\"}}"
      })
  void whoeverHasNotReadTheFileIsCutOff(String line) throws Exception {
    try (var world = new Worlds(folder)) {
      assertNotNull(world);
      assertEquals("", answer(line));
    }
  }

  @Test
  void soIsALineWithoutEnd() throws Exception {
    try (var world = new Worlds(folder)) {
      assertNotNull(world);
      assertEquals("", answer("x".repeat(100_000)));
    }
  }

  private String answer(String line) throws IOException {
    var port = PORT.matcher(Files.readString(file()));
    assertTrue(port.find());
    try (var socket =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)))) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException reset) {
      return "";
    }
  }

  private Path file() {
    return folder.resolve("radio.json");
  }
}
