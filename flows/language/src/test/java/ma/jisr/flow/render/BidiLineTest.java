package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BidiLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "صيفط 2 ل 2121",
        "نوبة A17، كشك Hamid",
        "عيط ل 0661000001",
        "مع 10:30",
        "المسافة 2,3 كلم",
        "نهار 12/3",
        "50 درهم = 1000 ريال",
        "كشك Kiosk Hamid, Agdal محلول",
        "(AG12) كشك",
        "Kiosk Hamid 2",
        "1 كشك حميد",
      })
  void readsInOrder(String line) {
    assertEquals(List.of(), new BidiLine(line).outOfOrder());
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}, with marks {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // line                   | the broken run    | rewritten              | with U+200E
        "دوز *585*2#              | *585*2#           | دوز *585*2#            | دوز <*585*2#>",
        "عيط ل 06 61 00 00 01     | 06 61 00 00 01    | عيط ل 0661000001       | عيط ل 0661000001",
        "عيط ل +212661000001      | +212661000001     | عيط ل 00212661000001   | عيط ل 00212661000001",
        "عيط ل +212 661-000-001   | +212 661-000-001  | عيط ل 00212661000001   | عيط ل 00212661000001",
        "الرقم 06..12             | 06..12            | الرقم 06xx12           | الرقم 06xx12",
        "محلول 9-17               | 9-17              | محلول 9 ل 17           | محلول 9 ل 17",
        "صيفط 2 2121              | 2 2121            | صيفط 2 ل 2121          | صيفط 2 ل 2121",
        "الكود 17 AG              | 17 AG             | الكود 17AG             | الكود 17AG",
        "الكود 17-AG              | 17-AG             | الكود 17-AG            | الكود <17-AG>",
      })
  void isRewritten(String line, String run, String rewritten, String marked) {
    assertEquals(
        List.of(run), new BidiLine(line).outOfOrder().stream().map(BidiLine.Run::text).toList());
    assertEquals(rewritten, BidiMend.apply(line, false));
    assertEquals(marked.replaceAll("[<>]", "\u200E"), BidiMend.apply(line, true));
    assertTrue(Handset.BASIC.readsInOrder(BidiMend.apply(line, true)));
  }

  @Test
  void whatThePhoneShowsFromLeftToRight() {
    assertEquals("#2*585* زود", Handset.BASIC.leftToRight("دوز *585*2#"));
    assertEquals("دوز *585*2#", Handset.NO_BIDI.leftToRight("دوز *585*2#"));
    assertEquals("□□□ *585*2#", Handset.LATIN_ONLY.leftToRight("دوز *585*2#"));
    assertEquals("*585*2# زود", Handset.BASIC.leftToRight("دوز \u200E*585*2#\u200E"));
    assertEquals("دوز □*585*2#□", Handset.NO_BIDI.shows("دوز \u200E*585*2#\u200E"));
    assertFalse(Handset.NO_BIDI.readsInOrder("دوز \u200E*585*2#\u200E"));
    assertTrue(Handset.NO_BIDI.readsInOrder("دوز *585*2#"));
    assertFalse(Handset.LATIN_ONLY.readsInOrder("دوز"));
  }

  @Test
  void aLineWithoutArabicIsLeftAlone() {
    assertEquals("Tel. 06 61 / *585#", BidiMend.apply("Tel. 06 61 / *585#", true));
  }
}
