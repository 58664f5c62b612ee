package ma.jisr.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Retentions;
import ma.jisr.app.wiring.Stores;
import ma.jisr.store.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/privacy.md says of collections is what the code declares and keeps. */
class PrivacyTest {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
  private static final Pattern TIME = Pattern.compile("\\b[0-9]+ (hours?|days?)\\b");

  /** Each collection's first row, by its name: services have tables of their own behind it. */
  private static final Map<String, String> ROWS = rows();

  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(page())) {
        if (!line.startsWith("| `")) continue;
        Matcher name = NAME.matcher(line.split("\\|", -1)[1]);
        while (name.find()) rows.putIfAbsent(name.group(1), line);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/privacy.md"))) folder = folder.getParent();
    return folder.resolve("docs/privacy.md");
  }

  @Test
  void everyCollectionHasARow() {
    Set<String> missing = new TreeSet<>();
    Stores.collections().forEach(spec -> missing.add(spec.name()));
    missing.removeAll(ROWS.keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyRowSaysWhyWhatHowLongAndWhoReads() {
    ROWS.values()
        .forEach(
            row -> {
              String[] cells = row.split("\\|", -1);
              assertEquals(7, cells.length, row);
              for (int i = 1; i < 6; i++) assertTrue(!cells[i].isBlank(), row);
            });
  }

  /** What ends with something else: a person, a shop, a card, or never. All other is swept. */
  private static final Set<String> ENDS_WITH_SOMETHING =
      Set.of(
          "aliases stops inbox probes chat_marks",
          "hotspots hotspot_codes batches batch_rows places cells",
          "shops shop_codes shop_staff",
          "payers payment_journal payment_digests payment_statements payees payee_codes",
          "subscribers memberships groups relays",
          "challenges challenge_codes challenge_counts challenge_follows challenge_news",
          "notice_codes lessons accounts account_guards");

  private static final List<Retention> RETENTIONS =
      Retentions.of(Settings.ofSandbox(Path.of("anywhere")));

  /** A collection that nobody has thought of is found here, not by who comes to inspect. */
  @Test
  void everyCollectionIsSweptOrEndsWithSomething() {
    Set<String> expected = new TreeSet<>();
    for (String names : ENDS_WITH_SOMETHING) expected.addAll(List.of(names.split(" ")));
    Set<String> unswept = new TreeSet<>();
    Stores.collections().forEach(spec -> unswept.add(spec.name()));
    RETENTIONS.forEach(one -> unswept.remove(one.spec().name()));
    assertEquals(expected, unswept);
  }

  @ParameterizedTest
  @MethodSource("retentions")
  void timesOfTheCodeAreOnThePage(String collection, String time) {
    String cell = cell(ROWS.getOrDefault(collection, ""));
    assertTrue(
        Pattern.compile("\\b" + time + "\\b").matcher(cell).find(),
        collection + " is kept " + time + ", the page says" + cell);
  }

  static List<Arguments> retentions() {
    return RETENTIONS.stream()
        .map(one -> Arguments.of(one.spec().name(), words(one.keep())))
        .toList();
  }

  @Test
  void timesOnThePageAreOfTheCode() {
    Map<String, Set<String>> kept = new TreeMap<>();
    for (Retention one : RETENTIONS)
      kept.computeIfAbsent(ROWS.get(one.spec().name()), _ -> new TreeSet<>())
          .add(words(one.keep()));
    for (String row : Set.copyOf(ROWS.values())) {
      Matcher time = TIME.matcher(cell(row));
      while (time.find())
        assertTrue(
            kept.getOrDefault(row, Set.of()).contains(time.group()), time.group() + ": " + row);
    }
  }

  private static String cell(String row) {
    return row.isEmpty() ? "" : row.split("\\|", -1)[4];
  }

  private static String words(Duration keep) {
    if (keep.toHours() == 1) return "1 hour";
    return keep.toDays() == 1 ? "1 day" : keep.toDays() + " days";
  }
}
