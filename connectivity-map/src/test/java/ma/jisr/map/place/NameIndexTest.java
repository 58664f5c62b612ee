package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ma.jisr.base.text.PhoneticDistance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prefilter against every distance: it may let too much through, never too little. */
final class NameIndexTest {
  private static final String LETTERS = "aaeiiuu3hlkgszdtxrjbcfmn19";
  private static final int KEYS = 3_000;

  private static String key(Random random) {
    StringBuilder key = new StringBuilder();
    int length = 1 + random.nextInt(9);
    while (key.length() < length) {
      char c = LETTERS.charAt(random.nextInt(LETTERS.length()));
      if (key.isEmpty() || key.charAt(key.length() - 1) != c) key.append(c);
    }
    return key.toString();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.136, 0.25, 0.4})
  void missesNothingThatIsNear(double share) {
    Random random = new Random(7);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) keys.add(key(random));
    NameIndex index = new NameIndex(keys);
    int near = 0;
    for (int asked = 0; asked < 60; asked++) {
      String key = key(random);
      int[] found = index.candidates(key, share, 0);
      Set<Integer> among = new HashSet<>();
      for (int i : found) among.add(i);
      assertEquals(found.length, among.size(), "none twice");
      for (int i = 0; i < KEYS; i++) {
        double bound = share * Math.max(key.length(), keys.get(i).length());
        if (PhoneticDistance.between(key, keys.get(i), bound) > bound) continue;
        near++;
        assertTrue(among.contains(i), key + " is near " + keys.get(i));
      }
    }
    assertTrue(near > 10, () -> near(share));
  }

  private static String near(double share) {
    return "too few are near at " + share;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ka", "sidi", "l"})
  void findsWhatBeginsSoOnce(String key) {
    List<String> keys = List.of("kasaba", "sidibusid", "sidi", "laraic", "sisid", "kasar");
    int[] found = new NameIndex(keys).candidates(key, 0.2, 10);
    Set<String> names = new HashSet<>();
    for (int i : found) assertTrue(names.add(keys.get(i)));
    for (String each : keys) assertTrue(!each.startsWith(key) || names.contains(each), each);
  }
}
