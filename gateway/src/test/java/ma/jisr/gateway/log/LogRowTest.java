package ma.jisr.gateway.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import ma.jisr.gateway.log.LogRow.Said;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRowTest {
  private static final Instant AT = Instant.ofEpochMilli(1_764_672_900_000L);

  @Test
  void aTurnIsALineAndIsReadBack() {
    StringBuilder messages = new StringBuilder();
    LogRow.message(messages, "MO", "MESSAGE", "iam", 1, 100, "");
    LogRow.message(messages, "MT", "MESSAGE", "iam", 2, 60, "");
    LogRow.message(messages, "MT", "SCREEN", "inwi", 1, -1, "");
    LogRow row = LogRow.turn(AT, "qZ3", messages.toString());
    assertEquals(
        "1764672900000 qZ3 MO MESSAGE iam 1 100;MT MESSAGE iam 2 60;MT SCREEN inwi 1 -",
        row.line());
    assertEquals(AT, row.at());
    assertEquals(
        List.of(
            new Said("qZ3", "MO", "MESSAGE", "iam", 1, "100", "taken in"),
            new Said("qZ3.0", "MT", "MESSAGE", "iam", 2, "60", "made"),
            new Said("qZ3.1", "MT", "SCREEN", "inwi", 1, "-", "made")),
        row.said());
  }

  @Test
  void aStateIsALine() {
    LogRow row = LogRow.state(AT, "qZ3.0", "refused: ESME_RINVDSTADR 0x0B");
    assertEquals(AT, row.at());
    assertEquals("qZ3.0", row.id());
    assertEquals(
        List.of(new Said("qZ3.0", "", "", "", 0, "", "refused: ESME_RINVDSTADR 0x0B")), row.said());
  }

  /** What a peer said never breaks the block that it stands in. */
  @Test
  void everyLineIsPlain() {
    LogRow row = LogRow.state(AT, "e 1", "later: \"\\\n\u0000é€" + "x".repeat(5_000));
    assertEquals(LogRow.LONGEST, row.line().length());
    assertTrue(row.line().startsWith("1764672900000 e_1 =later: ??????xx"), row.line());
    Block block = new Block();
    block.add("abc", row.line());
    Document stored = new Document("Y", 0, "", block.json());
    List<LogRow> rows = new java.util.ArrayList<>();
    Block.read(stored, "abc", rows);
    Block.read(stored, "ab", rows);
    assertEquals(List.of(row), rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "1 2", "1 m ;;", "1 m MO", "99999999999999999999 m =s", "-"})
  void whatIsNoRowIsReadWithoutHarm(String line) {
    LogRow row = new LogRow(line);
    row.at();
    row.id();
    row.said();
    assertEquals(line, row.line());
  }
}
