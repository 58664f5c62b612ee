package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Others agree with our PDUs: node {@code smpp} as the server, and tshark's dissector on what went
 * over the wire between it and us. Needs node and npm, and for the second half tshark with the
 * right to capture on the loopback interface; what is missing is assumed away, and said.
 */
@Tag("peers")
class PeersTest {
  private static final Path SCRIPTS = Path.of("src/test/peers");
  private static final Path HOME = Path.of("target/peers");
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(runs("node", "--version") && runs("npm", "--version"), "node and npm are not here");
    Files.createDirectories(HOME);
    for (String name : List.of("package.json", "server.js")) {
      Files.copy(SCRIPTS.resolve(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.isDirectory(HOME.resolve("node_modules/smpp"))) {
      Process npm = start("npm", "install", "--silent", "--no-audit", "--no-fund");
      assumeTrue(npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0, "npm cannot install");
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader lines(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  @Test
  void nodeReadsWhatWeMean() throws Exception {
    Process node = start("node", "server.js");
    try (BufferedReader said = lines(node)) {
      List<JsonNode> all = converse(said, Integer.parseInt(said.readLine()));
      assertEquals("jisr", all.getFirst().get("bind").asText());
      assertEquals(0x34, all.getFirst().get("version").asInt());
      assertSubmit(all, "Café à 2 km: 5€", 0, -1, "");
      assertSubmit(all, "ويفي أمزميز", 8, -1, "");
      assertSubmit(all, "1 Café 2 Wifi", 0, 2, "0700");
      assertSubmit(all, "شكرا", 8, 17, "0700");
      assertEquals(4, all.stream().filter(line -> line.has("answered")).count());
      assertTrue(all.stream().noneMatch(line -> line.has("error")), all::toString);
    } finally {
      node.destroy();
    }
  }

  private static void assertSubmit(
      List<JsonNode> all, String text, int coding, int op, String session) {
    JsonNode found =
        all.stream()
            .filter(line -> text.equals(line.path("submit").asText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(text + " is not in " + all));
    assertEquals(coding, found.get("coding").asInt());
    assertEquals(op, found.get("op").asInt());
    assertEquals(session, found.get("session").asText());
    assertEquals(0, found.get("esm").asInt());
    assertEquals(Bodies.PERSON, found.get("to").asText());
    assertEquals(op < 0 ? "2121" : "*585#", found.get("from").asText());
    assertEquals(op < 0 ? "" : "USSD", found.get("service").asText());
  }

  /** Two messages echoed, a dialogue of two screens; what the server said about it. */
  private static List<JsonNode> converse(BufferedReader said, int port) throws Exception {
    Vertx vertx = Vertx.vertx();
    SmppLink.Account account = new SmppLink.Account("127.0.0.1", port, "jisr", "secret", "");
    SmppLink link = SmppLink.usual("node", "node", account);
    SmppChannel channel = new SmppChannel(link, vertx, Clock.systemUTC(), new Random(3));
    Inbox inbox = new Inbox();
    channel.start(inbox).join();
    for (int i = 0; i < 4; i++) {
      Inbound inbound = inbox.accepted();
      Outbound reply =
          switch (inbound.act()) {
            case MESSAGE -> reply(inbound, Outbound.Kind.MESSAGE, inbound.text());
            case BEGIN -> reply(inbound, Outbound.Kind.SCREEN, "1 Café 2 Wifi");
            case ANSWER -> reply(inbound, Outbound.Kind.LAST_SCREEN, "شكرا");
            case RELEASE -> throw new AssertionError("released");
          };
      assertInstanceOf(Sent.Taken.class, Rig.outcome(channel.send(reply)));
    }
    List<JsonNode> all = new ArrayList<>();
    while (all.stream().filter(line -> line.has("submit")).count() < 4
        || all.stream().filter(line -> line.has("answered")).count() < 4) {
      all.add(JSON.readTree(said.readLine()));
    }
    channel.drain().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    return all;
  }

  private static Outbound reply(Inbound to, Outbound.Kind kind, String text) {
    return new Outbound(to.id(), kind, to.from(), to.code(), text, to.dialogue());
  }

  @Test
  void tsharkReadsWhatWeMean() throws Exception {
    assumeTrue(runs("tshark", "--version"), "tshark is not here");
    Process node = start("node", "server.js");
    Path file = HOME.resolve("smpp.pcap").toAbsolutePath();
    try (BufferedReader said = lines(node)) {
      int port = Integer.parseInt(said.readLine());
      Files.deleteIfExists(file);
      Process capture = capture(port, file);
      converse(said, port);
      settle(capture, file);
      capture.destroy();
      assertTrue(capture.waitFor(20, TimeUnit.SECONDS));
      assertEquals(List.of(), dissect(port, file, "smpp && _ws.malformed", "frame.number"));
      String fields = "smpp.command_id";
      List<String> bind = dissect(port, file, "smpp.command_id == 0x09", fields);
      assertEquals(1, bind.size(), bind::toString);
      assertEquals(
          List.of("0x00|2|USSD", "0x08|17|USSD"),
          dissect(
              port,
              file,
              "smpp.command_id == 0x04 && smpp.ussd_service_op",
              "smpp.data_coding",
              "smpp.ussd_service_op",
              "smpp.service_type"));
      assertEquals(
          List.of("0x00|0x00", "0x08|0x00"),
          dissect(
              port,
              file,
              "smpp.command_id == 0x04 && !smpp.ussd_service_op",
              "smpp.data_coding",
              "smpp.esm.submit.features"));
    } finally {
      node.destroy();
    }
  }

  private static Process capture(int port, Path file) throws Exception {
    Process capture =
        new ProcessBuilder(
                "tshark", "-i", "lo", "-f", "tcp port " + port, "-w", file.toString(), "-F", "pcap")
            .redirectErrorStream(true)
            .start();
    BufferedReader said = lines(capture);
    for (String line = said.readLine(); ; line = said.readLine()) {
      assumeTrue(line != null, "tshark may not capture here");
      if (line.contains("Capturing on")) {
        break;
      }
    }
    // It says so before the socket is open; the file appears after.
    for (int tries = 0; !Files.exists(file) || Files.size(file) == 0; tries++) {
      boolean ended = capture.waitFor(20, TimeUnit.MILLISECONDS);
      assumeTrue(!ended && tries < 1000, "tshark may not capture here");
    }
    return capture;
  }

  /** On a busy machine packets reach the file late: it is whole when it has stopped growing. */
  private static void settle(Process capture, Path file) throws Exception {
    long before;
    do {
      before = Files.size(file);
      assertFalse(capture.waitFor(2, TimeUnit.SECONDS), "the capture ended by itself");
    } while (Files.size(file) > before);
  }

  private static List<String> dissect(int port, Path file, String filter, String... fields)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-r", file.toString(), "-d", "tcp.port==" + port + ",smpp"));
    command.addAll(List.of("-Y", filter, "-T", "fields", "-E", "separator=|"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    Process tshark =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = lines(tshark)) {
      return lines.lines().filter(line -> !line.isBlank()).toList();
    } finally {
      assertEquals(0, tshark.waitFor());
    }
  }
}
