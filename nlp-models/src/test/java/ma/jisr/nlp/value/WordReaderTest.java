package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordReaderTest {
  static Stream<String[]> rows() {
    return ValueRows.of("words.txt", 4);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String languages, String billers, String themes) {
    assertEquals(
        languages + "|" + billers + "|" + themes,
        ValueRows.values(text, EntityType.LANGUAGE, " ")
            + "|"
            + ValueRows.values(text, EntityType.BILLER, " ")
            + "|"
            + ValueRows.values(text, EntityType.THEME, " "),
        text);
  }
}
