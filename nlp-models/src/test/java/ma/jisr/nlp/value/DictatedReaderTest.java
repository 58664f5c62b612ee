package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DictatedReaderTest {
  static Stream<String[]> rows() {
    return ValueRows.of("dictated.txt", 2);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String numbers) {
    assertEquals(numbers, ValueRows.values(text, EntityType.MSISDN, " "), text);
  }
}
