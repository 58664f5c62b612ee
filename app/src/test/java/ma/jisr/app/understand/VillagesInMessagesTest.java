package ma.jisr.app.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.source.PlaceImport;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.Found;
import ma.jisr.nlp.value.PlaceReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What 43,302 villages do to the places that are found in messages: there is one for every other
 * word. Where the full lists are at hand.
 */
class VillagesInMessagesTest {
  private static final EntityReader VALUES = EntityReader.bundled();
  private static PlaceReader towns = VALUES.places(new GazetteerPlaces(StarterGazetteer.read()));
  private static PlaceReader villages = towns;

  @BeforeAll
  static void readThem() throws IOException {
    Optional<Path> folder = shared("shared/data/places");
    assumeTrue(folder.isPresent(), "the full lists are not on this machine");
    Path places = folder.orElseThrow();
    Gazetteer communes = with(StarterGazetteer.read(), places.resolve("gazetteer.csv"));
    towns = VALUES.places(new GazetteerPlaces(communes));
    villages = VALUES.places(new GazetteerPlaces(with(communes, places.resolve("localities.csv"))));
  }

  private static Optional<Path> shared(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve(name))
        .filter(Files::exists)
        .findFirst();
  }

  private static Gazetteer with(Gazetteer known, Path file) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      return PlaceImport.of(file.getFileName().toString(), text, Optional.empty(), known)
          .onto(known);
    }
  }

  private static String place(PlaceReader reader, String text) {
    return reader.read(text, VALUES.read(text)).map(Found::value).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salam",
        "merci",
        "solde",
        "bonjour",
        "svp",
        "wifi merci",
        "wifi svp",
        "wifi solde",
        "salam wifi",
        "merci wifi gratuit",
        "bonjour je cherche internet merci",
        "salam khouya fin kayn wifi",
        "3afak wifi",
        "wifi 3afak",
        "chokran bzaf",
        "la connexion est mauvaise",
        "je n'ai plus de solde",
        "ma3ndich solde",
        "wifi fabor",
        "wifi gratuit",
        "internet daba",
        "سلام",
        "شكرا",
        "السلام عليكم",
        "فين كاين الويفي",
        "ويفي عافاك",
        "الرصيد تقاضى",
        "hello thanks",
        "where is free wifi please",
        "azul wifi",
        "tanmmirt",
      })
  void ordinaryWordsAreNoPlaces(String text) {
    assertEquals("", place(villages, text), text);
  }

  /** Messages in which people look for Wi-Fi, report one or ask for a shop, of fourteen authors. */
  private static List<String> messages() throws IOException {
    Path folder = shared("nlp-models/src/data/messages").orElseThrow();
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList())
        for (String line : Files.readAllLines(file)) {
          String[] row = line.split("\t", -1);
          if (row.length > 2 && row[0].startsWith("hotspot.")) texts.add(row[2]);
        }
    }
    return texts;
  }

  @Test
  void fewMessagesNameAnotherPlaceThanTheyDidWithoutThem() throws IOException {
    List<String> others = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> texts = messages();
    int found = 0;
    for (String text : texts) {
      String before = place(towns, text);
      String after = place(villages, text);
      if (!before.isEmpty()) found++;
      if (before.equals(after)) continue;
      (before.isEmpty() ? added : others).add(before + " -> " + after + ": " + text);
    }
    String figures =
        texts.size()
            + " messages, "
            + found
            + " with a place, "
            + added.size()
            + " more by villages, "
            + others.size()
            + " another";
    assertTrue(texts.size() > 1_200, figures);
    assertTrue(others.size() * 200 <= texts.size(), () -> figures + "\n" + others);
    assertTrue(added.size() * 50 <= texts.size(), () -> figures + "\n" + added);
  }

  /** What sounds like a village in one of 43,302, and was taken for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket n baba",
        "fin kayn wifi dyal baba",
        "connexion f l7ajja",
        "wifi gh titi",
        "واش كاين الويفي ف الدوار على الحمار",
        "réseau au soit",
      })
  void whatOnlySoundsLikeAVillageIsNone(String text) {
    assertEquals("", place(villages, text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "connexion gratuite afourer?, Afourar",
    "wifi sur la route de Ouazzane, Ouezzane",
    "hna f tifnit rizo kaydour, Tifnit",
    "wifi à Talborjt, Talborjt",
  })
  void townsStayAndVillagesAreFoundByTheirName(String text, String place) {
    assertEquals(place, place(villages, text), text);
  }
}
