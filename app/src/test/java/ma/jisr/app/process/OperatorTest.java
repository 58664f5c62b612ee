package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import ma.jisr.sandbox.Sandbox;
import ma.jisr.sandbox.SandboxSettings;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Jisr on an operator's link, killed or stopped while the operator lives on. */
@Execution(ExecutionMode.CONCURRENT)
class OperatorTest {
  private static final String PASSWORD = "s3cret";
  private static final int PEOPLE = 40;

  private final Vertx vertx = Vertx.vertx();
  @TempDir Path folder;
  private Sandbox operator;
  private Path config;

  @BeforeEach
  void operator() throws Exception {
    operator =
        wait(
            Sandbox.start(
                vertx,
                new SandboxSettings(
                    new LinkSettings(0, "jisr", PASSWORD),
                    new CentreSettings("2121", "*585#"),
                    folder.resolve("operator"),
                    WalletSettings.usual(null))));
    config =
        CommandRun.config(
            folder,
            """
            http: {port: 0}
            samples: true
            links:
              - {id: iam, host: 127.0.0.1, port: %d, system-id: jisr, password: "${JISR_IAM_PASSWORD}"}
            """
                .formatted(operator.port()));
    assertEquals(0, CommandRun.of("keys", "create", folder.resolve("jisr.keys").toString()).code());
  }

  @AfterEach
  void close() throws Exception {
    wait(operator.close());
    wait(vertx.close());
  }

  @Test
  void aRedialResumesAndAnSmsSentMeanwhileIsAnswered() throws Exception {
    Phone phone = wait(operator.centre().phone(JisrProcess.MSISDN));
    try (JisrProcess jisr = start()) {
      jisr.ready();
      wait(phone.dial("*585#"));
      wait(phone.answer("3"));
      wait(phone.answer("1"));
      assertStarts("Wifi ouverts, Chichaoua", wait(phone.answer("chichaoua")).text());
      jisr.kill();
    }
    Phone other = wait(operator.centre().phone("+212661987655"));
    Future<Integer> sent = other.sms("2121", "wifi chichaoua");
    try (JisrProcess jisr = start()) {
      jisr.ready();
      wait(sent);
      String answer = wait(other.nextSms()).text();
      assertTrue(answer.contains("Chichaoua"), answer);

      String offer = wait(phone.dial("*585#")).text();
      assertTrue(offer.contains("1 Continuer"), offer);
      assertStarts("Wifi ouverts, Chichaoua", wait(phone.answer("1")).text());
      assertTrue(wait(phone.answer("1")).text().contains("(ex.)"), "the chosen place");
    }
    assertEquals(List.of(), operator.centre().complaints());
  }

  @Test
  void nothingAcknowledgedIsLostByAStopUnderLoad() throws Exception {
    List<Phone> phones = new ArrayList<>();
    List<Future<Integer>> sent = new ArrayList<>();
    try (JisrProcess jisr = start()) {
      jisr.ready();
      for (int i = 0; i < PEOPLE; i++) {
        Phone phone = wait(operator.centre().phone("+2126619800%02d".formatted(i)));
        phones.add(phone);
        sent.add(phone.sms("2121", "wifi chichaoua"));
      }
      wait(Future.any(sent));
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
    }
    try (JisrProcess jisr = start()) {
      jisr.ready();
      wait(Future.all(sent));
      for (Phone phone : phones) assertTrue(wait(phone.nextSms()).text().contains("Chichaoua"));
    }
    assertEquals(List.of(), operator.centre().complaints());
  }

  private JisrProcess start() throws IOException {
    return JisrProcess.start(
        Map.of("JISR_IAM_PASSWORD", PASSWORD), "run", "--config", config.toString());
  }

  private static void assertStarts(String expected, String text) {
    assertTrue(text.startsWith(expected), text);
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }
}
