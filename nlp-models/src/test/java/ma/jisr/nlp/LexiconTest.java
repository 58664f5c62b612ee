package ma.jisr.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.jisr.base.text.TextFold;
import org.junit.jupiter.api.Test;

/** The word lists of the concepts: their shape, what they cover and that they stay unambiguous. */
class LexiconTest {
  private static final Set<String> TONGUES =
      Set.of("fr", "ar", "ary", "ary-Latn", "zgh", "ber-Latn", "en");

  /** Every concept is said in these; not every one has a simple Tamazight word. */
  private static final Set<String> SPOKEN = Set.of("fr", "ar", "ary", "ary-Latn");

  private static final int MIN_CONCEPTS = 100;
  private static final int MIN_FORMS = 40;
  private static final int MAX_WORDS = 3;
  private static final int MAX_CONCEPTS_OF_A_FORM = 2;

  private record Entry(String concept, String tongue, List<String> forms) {}

  private final List<Entry> entries = read();

  @Test
  void namesAreConceptsAndTongues() {
    for (Entry entry : entries) {
      assertTrue(entry.concept().matches("[A-Z][A-Z_]*[A-Z]"), entry.concept());
      assertTrue(TONGUES.contains(entry.tongue()), entry.toString());
    }
  }

  @Test
  void formsAreOneToThreeWords() {
    List<String> bad = new ArrayList<>();
    for (Entry entry : entries) {
      for (String form : entry.forms()) {
        int words = TextFold.words(form).size();
        if (words < 1 || words > MAX_WORDS) bad.add(entry.concept() + " " + form);
      }
    }
    assertEquals(List.of(), bad);
  }

  @Test
  void aFormBelongsToTwoConceptsAtMost() {
    Map<String, Set<String>> concepts = new TreeMap<>();
    for (Entry entry : entries) {
      for (String form : entry.forms()) {
        concepts.computeIfAbsent(folded(form), f -> new TreeSet<>()).add(entry.concept());
      }
    }
    concepts.values().removeIf(of -> of.size() <= MAX_CONCEPTS_OF_A_FORM);
    assertEquals(Map.of(), concepts);
  }

  @Test
  void aFormStandsOnceInItsConceptAndTongue() {
    List<String> twice = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Entry entry : entries) {
      for (String form : entry.forms()) {
        String line = entry.concept() + " " + entry.tongue() + " " + folded(form);
        if (!seen.add(line)) twice.add(line);
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void thereAreEnoughConceptsAndEachIsCovered() {
    Map<String, Set<String>> tongues = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    for (Entry entry : entries) {
      tongues.computeIfAbsent(entry.concept(), c -> new TreeSet<>()).add(entry.tongue());
      sizes.merge(entry.concept(), entry.forms().size(), Integer::sum);
    }
    assertTrue(tongues.size() >= MIN_CONCEPTS, "concepts: " + tongues.size());
    tongues.values().removeIf(of -> of.containsAll(SPOKEN));
    assertEquals(Map.of(), tongues, "not said in " + SPOKEN);
    sizes.values().removeIf(size -> size >= MIN_FORMS);
    assertEquals(Map.of(), sizes, "too few forms");
  }

  /** A whole message is one intent's or nobody's: the table is asked before the model. */
  @Test
  void anExactMessageHasOneIntent() {
    Map<String, String> intents = new TreeMap<>();
    for (Entry entry : entries(Path.of(path("exact.tsv")))) {
      assertTrue(entry.concept().matches("[a-z_]+(\\.[a-z_]+)?"), entry.concept());
      assertTrue(TONGUES.contains(entry.tongue()), entry.toString());
      for (String form : entry.forms()) {
        assertFalse(folded(form).isEmpty(), form);
        assertNull(intents.put(folded(form), entry.concept()), form);
      }
    }
  }

  private static String folded(String form) {
    return String.join(" ", TextFold.words(form));
  }

  private static List<Entry> read() {
    try (Stream<Path> files = Files.list(Path.of(path("lexicon")))) {
      return files
          .filter(file -> file.toString().endsWith(".tsv"))
          .sorted()
          .flatMap(file -> entries(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> entries(Path file) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] columns = line.split("\t", -1);
      assertEquals(3, columns.length, file.getFileName() + ": " + line);
      List<String> forms = Stream.of(columns[2].split(",", -1)).map(String::strip).toList();
      entries.add(new Entry(columns[0], columns[1], forms));
    }
    return entries;
  }

  private static URI path(String name) {
    try {
      return Objects.requireNonNull(LexiconTest.class.getResource(name)).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
