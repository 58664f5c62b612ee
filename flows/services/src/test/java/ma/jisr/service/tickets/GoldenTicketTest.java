package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.service.outbox.OutboxJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as the first release with tickets wrote them: they are read, and written alike. */
final class GoldenTicketTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "tickets", Ticket.class,
          "queues", Queue.class,
          "ticket_desks", Desk.class,
          "ticket_guards", Guard.class,
          "ticket_paces", Pace.class);

  static Stream<String> documents() throws IOException {
    try (InputStream in = GoldenTicketTest.class.getResourceAsStream("golden-1.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isReadAndWrittenAlike(String line) throws IOException {
    String[] cells = line.split("\t", 3);
    Class<?> type = TYPES.get(cells[0]);
    if (type == null) {
      assertEquals("ticket_slots", cells[0]);
      return;
    }
    ObjectNode stored = (ObjectNode) MAPPER.readTree(cells[2]);
    assertEquals(TicketJson.SCHEMA, stored.get("schema").asInt());
    Object read = TicketJson.read(cells[2], type);
    ObjectNode written = TicketJson.parse(TicketJson.write(read, "{}").toString());
    for (var field : found(stored).properties()) written.set(field.getKey(), field.getValue());
    // Later releases add fields; none is lost, and none means something else.
    assertEquals(stored, written.retain(stored.propertyStream().map(Map.Entry::getKey).toList()));
    if (read instanceof Ticket ticket)
      assertEquals(
          stored,
          MAPPER.readTree(
              TicketJson.ticket(
                  ticket, OutboxJson.of(stored), MAPPER.createObjectNode(), Quarter.TEN)));
  }

  /** The fields by which it is found, which are not its own. */
  private static ObjectNode found(ObjectNode stored) {
    return stored.deepCopy().retain("ends", "dueAt", "outbox", "queue", "place", "touched");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatANewerReleaseAddsIsKept(String line) {
    String[] cells = line.split("\t", 3);
    Class<?> type = TYPES.get(cells[0]);
    if (type == null) return;
    String newer = cells[2].substring(0, cells[2].length() - 1) + ",\"later\":7}";
    Object read = TicketJson.read(newer, type);
    assertTrue(TicketJson.write(read, newer).toString().contains("\"later\":7"));
  }
}
