package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeypadSearchTest {
  private static final KeypadSearch KEYS = StarterGazetteer.read().keypad();

  @ParameterizedTest
  @CsvSource({
    "264,'',al-haouz.amizmiz",
    "264,'',al-hoceima.bni-bouayach",
    "2649649,'',al-haouz.amizmiz",
    "627725324,'',marrakech.marrakech",
    "535,'',el-kelaa-des-sraghna.el-kelaa-des-sraghna",
    "35,el-jadida,el-jadida.el-jadida",
    "5234,el-jadida,el-jadida.el-jadida",
    "276,al-haouz,al-haouz.asni"
  })
  void findsByTheKeysOfTheFirstLetters(String keys, String province, String id) {
    List<Place> found = KEYS.find(keys, province, 20);
    assertTrue(found.stream().anyMatch(p -> p.id().equals(id)), found::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "", "1042", "264a", "99999999", "20", "222222222222222222222222222222222"})
  void findsNothingByOtherThings(String keys) {
    assertEquals(List.of(), KEYS.find(keys, "", 20));
  }

  @ParameterizedTest
  @CsvSource({"264,1", "22,2"})
  void keepsToTheMost(String keys, int most) {
    assertTrue(KEYS.find(keys, "", most).size() <= most);
  }
}
