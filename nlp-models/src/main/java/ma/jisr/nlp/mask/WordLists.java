package ma.jisr.nlp.mask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.nlp.Token;

/** The bundled word lists as sets of folded words. */
final class WordLists {
  private static final String FOLDER = "/ma/jisr/nlp/";

  /** The lexicon's files; a test tells when one is missing here. */
  static final List<String> LEXICON =
      List.of(
          "calls",
          "claims",
          "grammar",
          "internet",
          "money",
          "outside",
          "people",
          "public",
          "queue",
          "shops",
          "talk",
          "themes",
          "time");

  private static final List<String> VALUES =
      List.of(
          "billers",
          "cues",
          "currencies",
          "days",
          "dictation",
          "hours",
          "languages",
          "numbers",
          "ordinary",
          "parts",
          "themes");

  private static final List<String> LANGUAGES =
      List.of("ar", "ary-Arab", "ary-Latn", "en", "fr", "shi-Latn");

  private WordLists() {}

  /** Every word of the lexicon, of the value lists, and of the lists of fillers and languages. */
  static Set<String> known() {
    Set<String> words = new HashSet<>();
    LEXICON.forEach(name -> forms("lexicon/" + name + ".tsv", words));
    VALUES.forEach(name -> forms("values/" + name + ".tsv", words));
    for (String language : LANGUAGES) {
      add("fillers/" + language + ".txt", words);
      add("words/" + language + ".txt", words);
    }
    return Set.copyOf(words);
  }

  /** The words of a plain list. */
  static Set<String> of(String name) {
    Set<String> words = new HashSet<>();
    add(name, words);
    return Set.copyOf(words);
  }

  private static void forms(String name, Set<String> words) {
    for (String line : lines(name)) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 3) throw new IllegalStateException(name + " has not 3 columns");
      tokens(columns[2], words);
    }
  }

  private static void add(String name, Set<String> words) {
    for (String line : lines(name)) tokens(line.replace('_', ' '), words);
  }

  private static void tokens(String text, Set<String> words) {
    for (Token token : Token.of(text)) words.add(token.folded());
  }

  private static List<String> lines(String name) {
    InputStream in = WordLists.class.getResourceAsStream(FOLDER + name);
    if (in == null) throw new IllegalStateException("the word list " + name + " is missing");
    try (in;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
