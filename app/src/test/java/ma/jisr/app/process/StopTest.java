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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jisr told to stop while people write: it ends by itself, and everybody is answered. */
class StopTest {
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
                    folder.resolve("operator"))));
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

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }
}
