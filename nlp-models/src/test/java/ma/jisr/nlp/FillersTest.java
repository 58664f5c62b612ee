package ma.jisr.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillersTest {
  private final Fillers fillers = Fillers.bundled();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f",
        "fi",
        "dyal",
        "a",
        "de",
        "pres",
        "في",
        "ف",
        "ديال",
        "g",
        "gh",
        "n",
        "in",
        "near",
        "svp",
        "3afak",
        "عافاك",
        "kayn",
        "فين",
        "الله_يخليك"
      })
  void carryNothing(String word) {
    assertTrue(fillers.contains(word));
  }

  /** Words with which names of places begin or end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ain", "ait", "beni", "bni", "sidi", "moulay", "my", "dar", "had", "tnine", "souk", "oulad",
        "ras", "el", "al", "ma", "assa", "tata", "الله", "علي", "سيدي", "هادي", "الخير", "حد"
      })
  void carrySomething(String word) {
    assertFalse(fillers.contains(word));
  }

  @Test
  void everyListIsFolded() {
    List<String> files = new ArrayList<>();
    for (Language language : Language.PHONE) {
      files.add("fillers/" + language.tag() + ".txt");
      files.add("words/" + language.tag() + ".txt");
    }
    List<String> unfolded = new ArrayList<>();
    for (String file : files)
      for (String line : WordFile.lines(file))
        if (!TextFold.fold(line).equals(line)) unfolded.add(file + ": " + line);
    assertEquals(List.of(), unfolded);
  }
}
