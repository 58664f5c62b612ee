package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopReaderTest {
  static Stream<String[]> rows() {
    return ValueRows.of("shops.txt", 2);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String shops) {
    assertEquals(shops, ValueRows.shops(text), text);
  }
}
