package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.CommonTexts;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void areThoseOfTheEnginesOwnTexts() {
    Map<Language, Words> words = Words.from(CommonTexts.load());
    assertEquals("rje3", Words.of(words, Language.ARY_LATN).back());
    assertEquals("ryal", Words.of(words, Language.ARY_LATN).ryal());
    assertEquals("", Words.of(words, Language.FR).ryal());
    assertEquals("urri", Words.of(words, Language.ZGH_TFNG).back(), "Tifinagh falls back");
  }

  @Test
  void aMissingOneIsNamed() {
    Map<String, Message> messages = new HashMap<>(CommonTexts.load());
    messages.remove("unit.clock");
    var error = assertThrows(IllegalArgumentException.class, () -> Words.from(messages));
    assertTrue(
        String.valueOf(error.getMessage()).contains("'unit.clock' in fr"), error.getMessage());
  }
}
