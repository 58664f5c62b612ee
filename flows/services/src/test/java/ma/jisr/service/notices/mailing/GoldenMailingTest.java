package ma.jisr.service.notices.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.service.outbox.RecordJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as the first release with mailings wrote them: they are read, and written alike. */
final class GoldenMailingTest {
  static Stream<String> documents() throws IOException {
    try (InputStream in = GoldenMailingTest.class.getResourceAsStream("golden-1.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isReadAndWrittenAlike(String line) {
    String[] cells = line.split("\t", 2);
    ObjectNode stored = RecordJson.parse(cells[1]);
    assertEquals(stored, RecordJson.parse(written(cells[0], cells[1])));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatANewerReleaseAddsIsKept(String line) {
    String[] cells = line.split("\t", 2);
    String newer = cells[1].substring(0, cells[1].length() - 1) + ",\"later\":7}";
    assertEquals(7, RecordJson.parse(written(cells[0], newer)).path("later").asInt());
  }

  private static String written(String collection, String json) {
    ObjectNode body = RecordJson.parse(json);
    Long look = body.has(CourseJson.LOOK) ? body.path(CourseJson.LOOK).asLong() : null;
    return switch (collection) {
      case "mailings" ->
          CourseJson.write(CourseJson.read(json), body, look, body.path("drop").asLong());
      case "mailing_chunks" -> Chunk.read(json).json(body);
      case "mailing_sheets" -> SheetJson.write(SheetJson.read(json), body);
      default -> throw new IllegalArgumentException(collection);
    };
  }
}
