package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneticDistanceTest {
  /** Real misspellings, kept outside the project; without them the rows above have to do. */
  private static Path sharedPlaces() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared/data/places")))
      folder = folder.getParent();
    return folder.resolve("shared/data/places");
  }

  @ParameterizedTest
  @CsvSource({
    "amizmiz,amizmiz,0",
    "amizmiz,amzmiz,0.25",
    "safi,sefi,0.15",
    "safi,sufi,0.35",
    "kal3at,kalat,0.1",
    "l3iun,liun,0.1",
    "huseima,useima,0.35",
    "lhuseima,huseima,0.4",
    "agadir,akadir,0.4",
    "safi,zafi,0.4",
    "safi,tafi,1",
    "safi,'',2.5",
    "'','',0",
    "'',3,0.1",
    "3iun,aiun,0.25",
  })
  void costs(String a, String b, double expected) {
    assertEquals(expected, PhoneticDistance.between(a, b, 10), 1e-9);
    assertEquals(expected, PhoneticDistance.between(b, a, 10), 1e-9);
  }

  @Test
  void beyondTheBoundIsFar() {
    assertEquals(PhoneticDistance.FAR, PhoneticDistance.between("safi", "tafi", 0.99));
    assertEquals(1, PhoneticDistance.between("safi", "tafi", 1));
  }

  @Test
  void aBoundChangesNothingBelowIt() {
    Random random = new Random(62);
    for (int run = 0; run < 5_000; run++) {
      String a = key(random);
      String b = key(random);
      double free = PhoneticDistance.between(a, b, Double.MAX_VALUE);
      double bound = random.nextDouble() * 6;
      double bounded = PhoneticDistance.between(a, b, bound);
      assertEquals(free > bound ? PhoneticDistance.FAR : free, bounded, 1e-9);
      assertEquals(free, PhoneticDistance.between(b, a, Double.MAX_VALUE), 1e-9);
    }
  }

  private static String key(Random random) {
    StringBuilder key = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) key.append("aiu3hlkgszc".charAt(random.nextInt(11)));
    return key.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "shichawa,Chichaoua",
    "شيشاوة,Chichaoua",
    "أمزميز,Amizmiz",
    "amzmiz,Amizmiz",
    "swira,Essaouira",
    "الصويره,Essaouira",
    "mrakch,Marrakech",
    "مراكش,Marrakech",
    "l3youn,Laayoune",
    "asfi,Safi",
    "آسفي,Safi",
    "بنجرير,Ben Guerir",
    "بني ملال,Béni Mellal",
    "9al3at sraghna,El Kelâa Des-Sraghna",
  })
  void spellingsOfOneNameAreNear(String written, String name) {
    assertTrue(score(written, name) >= 0.6, () -> written + " " + score(written, name));
  }

  @ParameterizedTest
  @CsvSource({"Safi,Taza", "Agadir,Asilah", "Tiznit,Tinghir", "مراكش,Meknès", "Rabat,Tata"})
  void namesOfTwoPlacesAreNot(String one, String other) {
    assertTrue(score(one, other) < 0.6, () -> one + " " + score(one, other));
  }

  @Test
  void theRightPlaceComesFirstForRealMisspellings() throws IOException {
    Path places = sharedPlaces();
    assumeTrue(Files.exists(places), "the shared list of misspellings is not here");
    List<String[]> names = new ArrayList<>();
    for (String line : Files.readAllLines(places.resolve("gazetteer.csv"))) {
      String[] row = line.split(",", -1);
      if (!row[1].equals("commune") && !row[1].equals("province") && !row[1].equals("prefecture"))
        continue;
      double weight = 0.012 * Math.log10(1 + (row[10].isEmpty() ? 0 : Double.parseDouble(row[10])));
      names.add(new String[] {row[2], PhoneticKey.of(row[2]), Double.toString(weight)});
      names.add(new String[] {row[2], PhoneticKey.of(row[3]), Double.toString(weight)});
    }
    int right = 0;
    List<String> wrong = new ArrayList<>();
    List<String> pairs = Files.readAllLines(places.resolve("misspellings.txt"));
    for (String pair : pairs) {
      String[] sides = pair.split("=>", -1);
      String first = first(names, PhoneticKey.of(sides[0]));
      if (TextFold.words(first).equals(TextFold.words(sides[1]))) right++;
      else wrong.add(pair + " gave " + first);
    }
    assertTrue(right >= pairs.size() - 1, wrong::toString);
  }

  private static String first(List<String[]> names, String key) {
    String best = "";
    double bestScore = -1;
    for (String[] name : names) {
      double score = score(key.length(), name[1], key) + Double.parseDouble(name[2]);
      if (score > bestScore) {
        bestScore = score;
        best = name[0];
      }
    }
    return best;
  }

  private static double score(String written, String name) {
    String key = PhoneticKey.of(written);
    return score(key.length(), PhoneticKey.of(name), key);
  }

  private static double score(int length, String name, String key) {
    return 1 - PhoneticDistance.between(key, name, 20) / (0.62 * Math.max(length, name.length()));
  }
}
