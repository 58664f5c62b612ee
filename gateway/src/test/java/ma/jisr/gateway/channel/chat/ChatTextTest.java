package ma.jisr.gateway.channel.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31.22       | -8.23       | 31.22,-8.23
          31.1234567  | -8.0000001  | 31.12346,-8
          30          | 0           | 30,0
          -0.000001   | 100         | 0,100
          90          | 180         | 90,180
          90.1        | 0           | \uFFFC
          0           | -180.5      | \uFFFC
          NaN         | 0           | \uFFFC
          Infinity    | 0           | \uFFFC
          """)
  void positions(double latitude, double longitude, String heard) {
    assertEquals(heard, ChatText.position(latitude, longitude));
  }

  @ParameterizedTest
  @CsvSource({"salam,5,salam", "salam,4,sal…", "salam,1,…", "a😀b,3,a…", "a😀bc,4,a😀…"})
  void cuts(String text, int most, String left) {
    assertEquals(left, ChatText.cut(text, most));
  }
}
