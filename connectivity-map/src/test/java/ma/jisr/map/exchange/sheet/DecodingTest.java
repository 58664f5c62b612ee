package ma.jisr.map.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DecodingTest {
  private static final String FRENCH =
      "nom;repère\nCafé de l'Étoile;à côté de la mosquée, près du garçon — 20 €\nÉCOLE;ÉTÉ\n";
  private static final String ARABIC = "nom_ar;ville\nمقهى الأمل;شيشاوة\nدار الشباب;تحناوت\n";
  private static final String BOTH = "name_fr;name_ar\nCafé de l'Étoile;مقهى النجمة\n";

  static Stream<Arguments> encoded() {
    return Stream.of(
        Arguments.of("UTF-8", FRENCH + ARABIC),
        Arguments.of("UTF-16LE", ARABIC),
        Arguments.of("UTF-16BE", ARABIC),
        Arguments.of("UTF-16LE", FRENCH),
        Arguments.of("UTF-16BE", FRENCH),
        Arguments.of("windows-1252", FRENCH),
        Arguments.of("windows-1256", ARABIC),
        Arguments.of("windows-1256", BOTH.replace('É', 'é')),
        Arguments.of("UTF-8", "id,name\n1,plain\n"));
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void theTextIsFoundWithoutAWord(String charset, String text) {
    assertEquals(text, Decoding.text(text.getBytes(Charset.forName(charset))));
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void aByteOrderMarkIsBelievedAndTakenAway(String charset, String text) {
    if (!charset.startsWith("UTF")) return;
    assertEquals(text, Decoding.text(('\uFEFF' + text).getBytes(Charset.forName(charset))));
  }

  @Test
  void whatIsNothingAtAllIsReadAsSomething() {
    byte[] noise = {(byte) 0xFF, (byte) 0xFE, 0x41};
    assertEquals(1, Decoding.text(noise).length());
    assertEquals("", Decoding.text(new byte[0]));
    assertEquals(StandardCharsets.UTF_8, Decoding.charset(new byte[0]));
  }
}
