package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeReaderTest {
  static Stream<String[]> rows() {
    return ValueRows.of("codes.txt", 4);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String tickets, String references, String shops) {
    assertEquals(
        tickets + "|" + references + "|" + shops,
        ValueRows.values(text, EntityType.TICKET, " ")
            + "|"
            + ValueRows.values(text, EntityType.REF, " ")
            + "|"
            + ValueRows.values(text, EntityType.SHOP, " "),
        text);
  }
}
