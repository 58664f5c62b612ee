package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmountReaderTest {
  static Stream<String[]> rows() {
    return ValueRows.of("amounts.txt", 2);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String amounts) {
    assertEquals(amounts, ValueRows.values(text, EntityType.AMOUNT, " "), text);
  }
}
