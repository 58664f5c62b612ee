package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7SubstitutionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Forêt, maïs, Noël, août, hôpital, dîner|Foret, mais, Noel, aout, hopital, diner",
        "ça, Ça, ÊTRE|ca, Ça, ETRE",
        "cœur, Œuvre, ŒUVRE, ægir|coeur, Oeuvre, OEUVRE, ægir",
        "L’eau, ‘oui’, “non”, „ja”|L'eau, 'oui', \"non\", \"ja\"",
        "«\u00A0Baraka\u00A0»|\"Baraka\"",
        "«\u202FBaraka\u202F»|\"Baraka\"",
        "«Baraka»|\"Baraka\"",
        "Où\u202F?|Où ?",
        "1\u2009000\u00A0DH|1 000 DH",
        "10–12 h — fermé…|10-12 h - fermé...",
        "50€ [ok]|50€ [ok]",
        "Ayt Ɛli, aḍu, aṭṭan, iẓri, ṣbaḥ, taɣuri, aṛumi|Ayt 3li, adu, attan, izri, sbah, taghuri, arumi",
        "a\u200Bb\u200Dc\uFEFFd\u200Ee\u00ADf|abcdef",
        "e\u0301|é", // composes into a letter that fits
        "e\u0302|e", // composes into one that does not: the accent goes
        "`code` ´|'code' '",
        "٠٦ ۱۲ ؟|06 12 ?",
        "n° 5 × 3 → 15 • ½|no 5 x 3 -> 15 - 1/2",
        "ﬁn ① Ⅳ|fin 1 IV",
        "ok✓|ok✓", // no near spelling: stays, in UCS-2
        "واش? «لا»|واش? \"لا\"",
      })
  void rows(String text, String expected) {
    assertEquals(expected, Gsm7Substitution.apply(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Øå ñ ß à \f ^{}\\[~]|€",
        "ΔΦΓΛΩΠΨΣΘΞ¡¿¤§",
        "a\r\nb",
        "Fin kayn wifi? 1 ah 2 la"
      })
  void whatFitsIsTheSameObject(String text) {
    assertSame(text, Gsm7Substitution.apply(text));
  }

  @Test
  void whatFitsIsKeptAlsoBesideWhatDoesNot() {
    String fitting = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+;<=>?¡ÄÖÑÜ§¿äöñüà\f^{}\\[~]|€";
    assertEquals(fitting + "e", Gsm7Substitution.apply(fitting + "ê"));
  }

  @Test
  void everyLatinLetterFitsAfterwards() {
    for (int c = 0x00C0; c <= 0x017F; c++) {
      String after = Gsm7Substitution.apply(Character.toString(c));
      assertTrue(Gsm7.fits(after), "U+%04X gave %s".formatted(c, after));
      assertFalse(after.isEmpty());
    }
    for (int c = 0x1E00; c <= 0x1E99; c++)
      assertTrue(Gsm7.fits(Gsm7Substitution.apply(Character.toString(c))));
    for (int c = 0x2000; c <= 0x200F; c++)
      assertTrue(Gsm7.fits(Gsm7Substitution.apply(Character.toString(c))));
  }

  @Test
  void idempotentForEveryCharacter() {
    for (int c = 1; c < 0x30000; c++) {
      String once = Gsm7Substitution.apply("a" + Character.toString(c) + "b");
      assertEquals(once, Gsm7Substitution.apply(once), "U+%04X".formatted(c));
    }
  }

  @Test
  void aFrenchNoticeOfThreeSegmentsCostsTwo() {
    String notice = "Un cœur d’eau… à l’école, « ouverte » ce soir ; ".repeat(4).strip();
    assertEquals(3, Segments.of(notice).count());
    assertEquals(2, Segments.of(Gsm7Substitution.apply(notice)).count());
  }
}
