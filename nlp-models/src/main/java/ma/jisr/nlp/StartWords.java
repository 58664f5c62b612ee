package ma.jisr.nlp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;

/**
 * The start words of all flows, found as whole words anywhere in a message; blanks and hyphens
 * within them do not matter ("wi-fi", "واي فاي"), an article or preposition may be grown onto them
 * ("lwifi", "الويفي", "بالويفي").
 */
final class StartWords {
  /** The longest start word has so many words: "point d acces wifi". */
  private static final int LONGEST = 4;

  /** Longest first, so that "وال" is taken off before "و" leaves "ال". */
  private static final List<String> ARABIC_PREFIXES =
      List.of("وبال", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل");

  private static final List<String> LATIN_PREFIXES =
      List.of("dyal", "bel", "fel", "del", "bl", "fl", "dl", "el", "al", "wl", "l", "f", "b", "d");

  /** Shorter words under a prefix are other words: "l" + "dor", "f" + "ile". */
  private static final int SHORTEST_PREFIXED = 4;

  /**
   * A start word in a message.
   *
   * @param flow whose it is
   * @param languages in which the flow lists it
   * @param from its first token
   * @param to behind its last token
   */
  record Found(String flow, Set<Language> languages, int from, int to) {}

  private record Entry(String flow, Set<Language> languages) {}

  /** By letters without blanks. A word of two flows is in both lists. */
  private final Map<String, List<Entry>> words = new HashMap<>();

  StartWords(Map<String, Map<Language, List<String>>> byFlow) {
    // In the order of ids, so that nothing depends on the order of the caller's map.
    for (String flow : new TreeSet<>(byFlow.keySet()))
      byFlow
          .getOrDefault(flow, Map.of())
          .forEach((language, listed) -> listed.forEach(word -> add(flow, language, word)));
  }

  private void add(String flow, Language language, String word) {
    String letters = String.join("", TextFold.words(word));
    if (letters.isEmpty()) return;
    List<Entry> entries = words.computeIfAbsent(letters, w -> new ArrayList<>());
    for (Entry entry : entries) {
      if (entry.flow.equals(flow)) {
        entry.languages.add(language);
        return;
      }
    }
    entries.add(new Entry(flow, EnumSet.of(language)));
  }

  /**
   * Every start word of the message, in its order. Ambiguous words are found once for each flow.
   */
  List<Found> in(List<Token> tokens) {
    List<Found> found = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      int next = from;
      for (int to = Math.min(tokens.size(), from + LONGEST); to > from && next == from; to--) {
        String letters = letters(tokens, from, to);
        List<Entry> entries = lookUp(letters).orElse(List.of());
        for (Entry e : entries) found.add(new Found(e.flow, e.languages, from, to));
        if (!entries.isEmpty()) next = to - 1;
      }
      from = next;
    }
    return found;
  }

  private Optional<List<Entry>> lookUp(String letters) {
    List<Entry> exact = words.get(letters);
    if (exact != null) return Optional.of(exact);
    return withoutPrefixes(letters).stream()
        .filter(bare -> bare.length() >= SHORTEST_PREFIXED)
        .map(words::get)
        .filter(entries -> entries != null)
        .findFirst();
  }

  /** The word without each article or preposition that may be grown onto it. */
  static List<String> withoutPrefixes(String word) {
    boolean arabic =
        !word.isEmpty()
            && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    List<String> bare = new ArrayList<>();
    for (String prefix : arabic ? ARABIC_PREFIXES : LATIN_PREFIXES)
      if (word.startsWith(prefix)) bare.add(word.substring(prefix.length()));
    return bare;
  }

  private static String letters(List<Token> tokens, int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (Token token : tokens.subList(from, to)) letters.append(token.folded());
    return letters.toString();
  }
}
