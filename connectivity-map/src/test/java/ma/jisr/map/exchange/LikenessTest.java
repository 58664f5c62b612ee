package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ma.jisr.base.LocalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikenessTest {
  @ParameterizedTest
  @CsvSource({
    "Café de l'Étoile, CAFE ETOILE, true",
    "Dar Chabab Amizmiz, دار الشباب أمزميز, true",
    "Maison de jeunes, Maison des jeunes, true",
    "Cybercafé Atlas, Atlas, true",
    "Borne 1, Borne 2, false",
    "Borne A, Borne B, false",
    "mn-06-138509, mn-06-138510, false",
    "Poste, Souk, false",
    "Café Argana, Café de France, false",
    "3afak, 3afak, true",
  })
  void similarNamesAreKnown(String one, String other, boolean like) {
    Likeness a = Likeness.of(LocalText.same(one));
    Likeness b = Likeness.of(LocalText.same(other));
    assertEquals(like, a.isLike(b));
    assertEquals(like, b.isLike(a));
  }
}
