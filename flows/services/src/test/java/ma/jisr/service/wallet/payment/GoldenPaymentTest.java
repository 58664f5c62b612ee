package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as the first release with payments wrote them: they are read, and written alike. */
final class GoldenPaymentTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "payments", Payment.class,
          "payer_days", PayerDay.class,
          "payers", Payer.class,
          "payment_journal", Copies.Copy.class,
          "payment_digests", Digest.class,
          "payment_statements", Reconciliation.class);

  static Stream<String> documents() throws IOException {
    try (InputStream in = GoldenPaymentTest.class.getResourceAsStream("golden-1.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static Class<?> type(String collection) {
    return Objects.requireNonNull(TYPES.get(collection), collection);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isReadAndWrittenAlike(String line) throws IOException {
    String[] cells = line.split("\t", 3);
    ObjectNode stored = (ObjectNode) MAPPER.readTree(cells[2]);
    assertEquals(PaymentJson.SCHEMA, stored.get("schema").asInt());
    Object read = PaymentJson.read(cells[2], type(cells[0]));
    ObjectNode written = (ObjectNode) MAPPER.readTree(PaymentJson.write(read, "{}").toString());
    // The fields by which it is found, and the outbox, are not its own.
    for (var field : stored.properties())
      if (written.has(field.getKey()) && !field.getKey().equals("outbox"))
        assertEquals(field.getValue(), written.get(field.getKey()), field.getKey());
    if (read instanceof Payment payment) {
      Instant waits = Instant.ofEpochMilli(stored.path("outboxDue").asLong());
      ObjectNode whole = (ObjectNode) MAPPER.readTree(PaymentJson.payment(payment, "{}", waits));
      for (var field : stored.properties())
        assertEquals(field.getValue(), whole.get(field.getKey()), field.getKey());
      assertEquals(Optional.empty(), payment.journal().flaw(cells[1]));
    }
    if (read instanceof Copies.Copy copy) assertTrue(copy.entry().holds(copy.payment()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatANewerReleaseAddsIsKept(String line) {
    String[] cells = line.split("\t", 3);
    String newer = cells[2].substring(0, cells[2].length() - 1) + ",\"later\":7}";
    Object read = PaymentJson.read(newer, type(cells[0]));
    assertTrue(PaymentJson.write(read, newer).toString().contains("\"later\":7"));
  }
}
