package ma.jisr.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

class JsonLoggerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:15:00.120Z"), ZoneOffset.UTC);
  private static final String HEAD = "{\"time\":\"2026-03-02T10:15:00.120Z\",\"level\":\"";

  private final List<String> lines = new ArrayList<>();

  private Logger logger(String level) {
    return new JsonLogger("ma.jisr.X", JsonLogging.level(level), CLOCK, lines::add);
  }

  private static Arguments line(Consumer<Logger> said, String line) {
    return Arguments.of(said, line);
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        line(l -> l.info("bound"), "info\",\"logger\":\"ma.jisr.X\",\"message\":\"bound\"}"),
        line(
            l -> l.warn("{} of {} at {}", 1, "two", 3L),
            "warn\",\"logger\":\"ma.jisr.X\",\"message\":\"1 of two at 3\"}"),
        line(
            l ->
                l.atInfo()
                    .addKeyValue("link", "iam")
                    .addKeyValue("parts", 2)
                    .addKeyValue("level", "forged")
                    .addKeyValue("none", (Object) null)
                    .log("taken by {}", "it"),
            "info\",\"logger\":\"ma.jisr.X\",\"message\":\"taken by it\",\"link\":\"iam\","
                + "\"parts\":2,\"none\":\"null\"}"),
        line(
            l -> l.error("a\n\"b\" \\ é \u2028"),
            "error\",\"logger\":\"ma.jisr.X\",\"message\":\"a\\n\\\"b\\\" \\\\ \\u00E9 \\u2028\"}"),
        line(l -> l.info((String) null), "info\",\"logger\":\"ma.jisr.X\",\"message\":\"\"}"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsAnObjectOfAscii(Consumer<Logger> said, String line) {
    said.accept(logger("info"));
    assertEquals(List.of(HEAD + line), lines);
  }

  @ParameterizedTest
  @CsvSource({
    "off, 0",
    "error, 1",
    "warn, 2",
    "info, 3",
    "DEBUG, 4",
    "trace, 5",
    "loud, 3",
  })
  void levelsAreThoseOfTheText(String level, int written) {
    Logger logger = logger(level);
    logger.error("e");
    logger.warn("w");
    logger.info("i");
    logger.atDebug().addKeyValue("a", "b").log("d");
    logger.trace("t");
    assertEquals(written, lines.size());
  }

  @Test
  void everythingIsBounded() throws Exception {
    Throwable deep = new IllegalStateException("x".repeat(100_000));
    var builder = logger("info").atError().setCause(deep);
    for (int i = 0; i < 100; i++) builder = builder.addKeyValue("k" + i, "v".repeat(1_000));
    builder.log("m".repeat(100_000));
    JsonNode line = new JsonMapper().readTree(lines.getFirst());
    assertEquals(JsonLine.MOST_FIELDS, line.size());
    assertEquals(JsonLine.LONGEST_MESSAGE + 3, line.path("message").asText().length());
    assertEquals(JsonLine.LONGEST_ERROR + 3, line.path("error").asText().length());
    assertEquals(JsonLine.LONGEST_VALUE + 3, line.path("k0").asText().length());
    assertTrue(line.path("error").asText().startsWith("java.lang.IllegalStateException: x"));
  }
}
