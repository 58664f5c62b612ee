package ma.jisr.app.process;

import static ma.jisr.app.process.LivingOperator.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.wiring.Node;
import ma.jisr.sandbox.phone.Phone;
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
  private static final int PEOPLE = 40;

  @TempDir Path folder;
  private LivingOperator operator;

  @BeforeEach
  void operator() throws Exception {
    operator = new LivingOperator(folder, WalletSettings.usual(null));
    operator.configure(
        """
        http: {port: 0}
        samples: true
        links:
          - {id: iam, host: 127.0.0.1, port: %d, system-id: jisr, password: "${JISR_IAM_PASSWORD}"}
        """
            .formatted(operator.port()));
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void aRedialResumesAndAnSmsSentMeanwhileIsAnswered() throws Exception {
    Phone phone = await(operator.centre().phone(JisrProcess.MSISDN));
    try (JisrProcess jisr = operator.jisr()) {
      await(phone.dial("*585#"));
      await(phone.answer("3"));
      await(phone.answer("1"));
      assertStarts("Wifi ouverts, Chichaoua", await(phone.answer("chichaoua")).text());
      jisr.kill();
    }
    Phone other = await(operator.centre().phone("+212661987655"));
    Future<Integer> sent = other.sms("2121", "wifi chichaoua");
    try (JisrProcess _ = operator.jisr()) {
      await(sent);
      String answer = await(other.nextSms()).text();
      assertTrue(answer.contains("Chichaoua"), answer);

      String offer = await(phone.dial("*585#")).text();
      assertTrue(offer.contains("1 Continuer"), offer);
      assertStarts("Wifi ouverts, Chichaoua", await(phone.answer("1")).text());
      assertTrue(await(phone.answer("1")).text().contains("(ex.)"), "the chosen place");
    }
    assertEquals(List.of(), operator.centre().complaints());
  }

  @Test
  void nothingAcknowledgedIsLostByAStopUnderLoad() throws Exception {
    List<Phone> phones = new ArrayList<>();
    List<Future<Integer>> sent = new ArrayList<>();
    try (JisrProcess jisr = operator.jisr()) {
      for (int i = 0; i < PEOPLE; i++) {
        Phone phone = await(operator.centre().phone("+2126619800%02d".formatted(i)));
        phones.add(phone);
        sent.add(phone.sms("2121", "wifi chichaoua"));
      }
      await(Future.any(sent));
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
    }
    try (JisrProcess _ = operator.jisr()) {
      await(Future.all(sent));
      for (Phone phone : phones) assertTrue(await(phone.nextSms()).text().contains("Chichaoua"));
    }
    assertEquals(List.of(), operator.centre().complaints());
  }

  private static void assertStarts(String expected, String text) {
    assertTrue(text.startsWith(expected), text);
  }
}
