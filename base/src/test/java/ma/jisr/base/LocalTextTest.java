package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTextTest {
  @ParameterizedTest
  @CsvSource({
    "شيشاوة, chichaoua",
    "قلعة مكونة, 9l3a mkouna",
    "حد حرارة, 7d 7rara",
    "Asni, Asni",
  })
  void aNameInArabicLettersOnlyReachesALatinPhoneInItsOwn(String name, String shown) {
    LocalText only = new LocalText(java.util.Map.of(Language.AR, name));
    assertEquals(shown, only.in(Language.FR, true));
    assertEquals(name, only.in(Language.AR, false));
  }
}
