package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityReaderFuzzTest {
  private static final int ROUNDS = 3_000;
  private static final String[] WORDS = {
    "0612345678",
    "+212",
    "0",
    "06",
    "b20dh",
    "20",
    "1 500",
    ",",
    ".",
    "/",
    ":",
    "mya",
    "sifr",
    "zéro",
    "double",
    "six",
    "w",
    "khamsin",
    "cent",
    "quatre",
    "vingt",
    "dh",
    "ryal",
    "nss",
    "ticket",
    "numéro",
    "b",
    "045",
    "hanout",
    "moul",
    "chez",
    "demain",
    "à",
    "10h30",
    "m3a",
    "l3chra",
    "ghedda",
    "sba7",
    "et",
    "demie",
    "العشرة",
    "درهم",
    "ب٢٠",
    "٫",
    "ⴰⵎⴰⵏ",
    "défi",
    "12/05",
    "%",
    "mille",
    "million",
    "d",
    "de",
    "arabe",
    "eau",
    "lydec",
    "محل",
    "مول",
    "و",
    "A12",
    "-",
    "(",
    "\n",
    " ",
    "‎",
    "😀"
  };

  @Test
  void anyWordsInAnyOrder() {
    Random random = new Random(4);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
        if (random.nextInt(4) > 0) text.append(' ');
      }
      check(text.toString());
    }
  }

  @Test
  void anyUnicode() {
    Random random = new Random(5);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      int range = random.nextBoolean() ? 0x110000 : 0x3000;
      for (int n = random.nextInt(60); n > 0; n--) {
        int c = random.nextInt(range);
        if (random.nextInt(20) == 0) text.append((char) c); // lone surrogates, too
        else text.appendCodePoint(c);
        if (random.nextInt(5) == 0) text.append(WORDS[random.nextInt(WORDS.length)]);
      }
      check(text.toString());
    }
  }

  /** Longest allowed and hostile: what repeats must not cost its square. */
  @Timeout(30)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "06",
        "06 ",
        "+212",
        "1 ",
        "1.",
        "1,",
        "1/",
        "1:",
        "10h",
        "100 ",
        "001 ",
        "cent ",
        "mille ",
        "w ",
        "mya w ",
        "quatre vingt ",
        "zéro ",
        "zéro six ",
        "zéro six vingt deux cent vingt deux ",
        "deux ",
        "double ",
        "d ",
        "de l ",
        "dh ",
        "a a ",
        "ticket ",
        "ticket numéro de ",
        "demain à ",
        "m3a f ",
        "chez ",
        "moul ",
        "épicerie ",
        "hanout d ",
        "ا",
        "ﷺ ",
        "ﷺ",
        "é",
        "\u0301",
        "\ud800",
        "😀",
        " ",
        "\u200e",
        "(((",
        "A1 ",
        "a",
        "(+"
      })
  void repetitionCostsNoMore(String part) {
    String text = part.repeat(EntityReader.MAX_LENGTH / part.length() + 10);
    check(text);
  }

  @Test
  void eightThreadsAgree() throws Exception {
    List<String> texts = ValueRows.of("chosen.txt", 3).map(row -> row[0]).toList();
    List<Entities> alone = texts.stream().map(ValueRows.READER::read).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<List<Entities>> all = () -> texts.stream().map(ValueRows.READER::read).toList();
      for (Future<List<Entities>> one :
          threads.invokeAll(List.of(all, all, all, all, all, all, all, all)))
        assertEquals(alone, one.get());
    }
  }

  private static void check(String text) {
    Entities found = ValueRows.READER.read(text);
    for (Found f : found.all()) {
      assertTrue(f.start() >= 0 && f.start() < f.end() && f.end() <= text.length());
      assertTrue(!f.value().isEmpty());
    }
    for (Intent intent : Intent.values())
      for (Found f : found.of(intent).all()) assertTrue(!f.type().isOpen(), f.toString());
    found.masked(Token.of(text), EnumSet.allOf(EntityType.class), Token::folded);
  }
}
