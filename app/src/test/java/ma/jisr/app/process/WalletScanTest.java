package ma.jisr.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A full run with payments, and a PIN typed wherever it does not belong: afterwards the log at its
 * most talkative, the metrics, the message log and every file of the store hold no PIN, no number
 * and no payload.
 */
@Execution(ExecutionMode.CONCURRENT)
class WalletScanTest {
  /** Six digits: no four of them stand in sealed bytes by chance. */
  private static final String PIN = "593716";

  /** At the wallet's own prompt: what is typed there never comes to Jisr. */
  private static final String WALLET_PIN = "1234";

  /** What only a payload or a number in the open holds. */
  private static final List<String> SECRETS =
      List.of(
          PIN,
          JisrProcess.MSISDN.substring(1),
          "0" + JisrProcess.MSISDN.substring(4),
          "212661987655",
          "debitParty",
          "creditParty",
          "Authorization");

  @TempDir Path folder;

  @Test
  void case46_aPinTypedIntoOurDialogueIsNowhere() throws Exception {
    Path config = CommandRun.sandbox(folder);
    Path data = folder.resolve("data");
    List<String> seen = new ArrayList<>();
    String reference;
    try (JisrProcess jisr =
            JisrProcess.start(Map.of("JISR_LOG", "trace"), "--config", config.toString()).ready();
        RadioPhone phone = new RadioPhone(data)) {
      phone.dial("*585#");
      phone.answer("3");
      reference = pays(phone);
      typesAPin(phone, reference);
      seen.addAll(scraped(jisr));
      CommandRun trace = CommandRun.of("trace", "--config", config.toString(), JisrProcess.MSISDN);
      assertEquals(0, trace.code(), trace.toString());
      seen.addAll(trace.out().lines().toList());
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
      seen.addAll(jisr.lines());
    }
    assertTrue(seen.size() > 100, "the log has been read");
    for (String secret : SECRETS)
      for (String line : seen) assertFalse(line.contains(secret), secret + " in " + line);
    assertNotInFiles(data, reference);
  }

  /** Buys for 45 DH, approves at the wallet's prompt, and reads the receipt. */
  private static String pays(RadioPhone phone) throws InterruptedException {
    String asked = phone.dial("*585*3*1041*45#");
    assertTrue(asked.contains("45 DH"), asked);
    assertWarned(phone.answer(PIN)); // where yes or no is asked
    String last = phone.answer("1");
    String reference = last.replaceAll("(?s).*(JSR-[0-9A-Z]{5}).*", "$1");
    assertEquals(9, reference.length(), last);
    phone.shows("PIN");
    phone.answer(WALLET_PIN);
    String receipt = phone.sms();
    assertTrue(receipt.contains("Payé : 45 DH") && receipt.contains(reference), receipt);
    return reference;
  }

  private static void typesAPin(RadioPhone phone, String reference) {
    for (String code : List.of("*585*" + PIN + "#", "*585*3*" + PIN + "#"))
      assertFalse(phone.dial(code).contains(PIN), code);
    for (String text :
        List.of(PIN, "mon code est " + PIN, "pin " + PIN + " svp", "lcode dyali " + PIN)) {
      phone.text(text);
      assertWarned(phone.sms());
    }
    phone.text("SUIVI " + reference);
    assertTrue(phone.sms().contains("Payé"));
    phone.text("RECLAM " + reference);
    assertTrue(phone.sms().contains("quel problème"));
    phone.text(PIN);
    assertWarned(phone.sms());
    phone.text("le code secret c'est " + PIN);
    assertWarned(phone.sms());
    phone.text("2");
    assertTrue(phone.sms().contains("Réclamer"));
    phone.text("1");
    assertTrue(phone.sms().contains("Réclamation R-"));
  }

  private static void assertWarned(String text) {
    assertTrue(text.startsWith("N'envoyez jamais votre code secret"), text);
  }

  private static List<String> scraped(JisrProcess jisr) throws Exception {
    String said =
        jisr.lines().stream().filter(l -> l.contains("/readyz")).findFirst().orElseThrow();
    String url = said.replaceAll(".*(http://\\S+)/readyz.*", "$1");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/metrics")).build();
      return client.send(request, BodyHandlers.ofString()).body().lines().toList();
    }
  }

  /** What is read is what was written: the reference, which is no secret, stands in it. */
  private static void assertNotInFiles(Path data, String reference) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    boolean found = false;
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      for (String secret : SECRETS)
        assertFalse(bytes.contains(secret), secret + " in " + file.getFileName());
      found |= bytes.contains(reference);
    }
    assertTrue(found, reference + " stands in none of " + files);
  }
}
