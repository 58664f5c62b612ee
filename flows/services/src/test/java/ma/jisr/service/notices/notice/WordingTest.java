package ma.jisr.service.notices.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.text.Segments;
import ma.jisr.service.notices.area.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
  private static final String CODE = NoticeCode.of(5_000);
  private final NoticeWorld world = new NoticeWorld();

  private Wording.Said said(NoticeFacts facts) {
    return world.notices.wording().of(facts, CODE);
  }

  private NoticeFacts own(String headline, String description, String instruction) {
    return world.facts(
        Kind.ALERT,
        Gravity.ORDINARY,
        null,
        Map.of(Language.FR, new Words(headline, description, instruction)),
        Area.of(NoticeWorld.AMIZMIZ),
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void aTemplateSpeaksEveryLanguageOfPhones(Language language) {
    if (!Language.PHONE.contains(language)) return;
    String text = Objects.requireNonNull(said(world.flood()).texts().get(language));
    assertTrue(text.contains(CODE), text);
    assertTrue(text.contains("12"), "until noon: " + text);
    assertFalse(text.contains("STOP") || text.contains("وقف"), "an alert is not to be ended");
    assertTrue(Segments.of(text).count() <= Wording.MOST_SEGMENTS, text);
  }

  @Test
  void ownWordsAreNotTranslatedAndCanBeEnded() {
    Wording.Said said = said(own("Eau coupée mardi", "", "Gardez de l'eau"));
    assertEquals(Set.of(Language.FR), said.texts().keySet());
    assertEquals(Language.FR, said.own());
    String text = Objects.requireNonNull(said.texts().get(Language.FR));
    assertTrue(text.contains("Amizmiz") && text.contains("STOP"), text);
    assertTrue(text.contains("Gardez de l'eau"), text);
  }

  @Test
  void aDescriptionGoesBeforeAnInstruction() {
    String long_ = "x".repeat(300);
    String text =
        Objects.requireNonNull(
            said(own("Eau coupée", long_, "Gardez de l'eau")).texts().get(Language.FR));
    assertFalse(text.contains(long_), text);
    assertTrue(text.contains("Gardez de l'eau"), text);
  }

  @Test
  void whatDoesNotFitIsSaidSo() {
    NoticeFacts facts =
        world.facts(
            Kind.ALERT,
            Gravity.ORDINARY,
            null,
            Map.of(Language.AR, new Words("قطع الماء ".repeat(5), "", "خزنوا الماء ".repeat(12))),
            Area.of(NoticeWorld.AMIZMIZ),
            List.of());
    assertTrue(said(facts).problem().startsWith("words.ar: "), said(facts).problem());
  }
}
