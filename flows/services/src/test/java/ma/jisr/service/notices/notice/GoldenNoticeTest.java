package ma.jisr.service.notices.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as the first release with notices wrote them: they are read, and written alike. */
final class GoldenNoticeTest {
  static Stream<String> documents() throws IOException {
    try (InputStream in = GoldenNoticeTest.class.getResourceAsStream("golden-1.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static ObjectNode written(String id, ObjectNode stored) {
    ObjectNode node = stored.deepCopy();
    NoticeForm.INSTANCE.put(node, NoticeForm.INSTANCE.read(id, stored));
    // Parsed anew: a number is the same whatever it was written as.
    return JsonFields.parse(node.toString());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isReadAndWrittenAlike(String line) {
    String[] cells = line.split("\t", 2);
    ObjectNode stored = JsonFields.parse(cells[1]);
    assertEquals(stored, written(cells[0], stored));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatANewerReleaseAddsIsKept(String line) {
    String[] cells = line.split("\t", 2);
    ObjectNode newer = JsonFields.parse(cells[1]).put("later", 7).put("schema", 2);
    ObjectNode written = written(cells[0], newer);
    assertEquals(7, written.path("later").asInt());
    assertEquals(2, written.path("schema").asInt());
  }

  /** By the book, with who did what to it. */
  @ParameterizedTest
  @MethodSource("documents")
  void aNodeTakesItUp(String line) {
    String[] cells = line.split("\t", 2);
    NoticeWorld world = new NoticeWorld();
    Document document = new Document(cells[0], 0, cells[0], cells[1]);
    assertTrue(
        world
            .store
            .insert(NoticeForm.SPEC.name(), List.of(document), Priority.TURN)
            .thenApply(_ -> true)
            .join());
    assertEquals(1, world.notices.reload().join());
    Notice notice = world.notices.book().byId(cells[0]).orElseThrow();
    assertEquals(notice, world.now(cells[0]));
    Ruling.Shown<Notice> shown =
        (Ruling.Shown<Notice>) world.desk().history(NoticeWorld.PROVINCE, cells[0]).join();
    assertFalse(shown.history().isEmpty());
    assertEquals("write", shown.history().getFirst().deed());
  }
}
