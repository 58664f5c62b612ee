package ma.jisr.nlp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.Language;

/**
 * Reads a message by start words: which flow it wants, and what of it is left for that flow. "fin
 * kayn wifi f chichaoua?" wants the flow of "wifi" and leaves "chichaoua". Immutable; safe for use
 * by several threads; takes any text, in time that grows with its length.
 */
public final class Understander {
  /** Longer texts are cut, in UTF-16 units: ten segments and more of SMS. */
  public static final int MAX_LENGTH = 2_000;

  /**
   * In longer messages, in words, a start word counts only at the beginning: who writes so much
   * tells a story in which the word merely occurs.
   */
  private static final int SHORT_MESSAGE = 14;

  private static final Pattern WITH_ARTICLE = Pattern.compile("(وبال|فال|بال|لل).{3,}");

  private final StartWords startWords;
  private final Fillers fillers;
  private final LanguageGuess languageGuess;
  private final Set<String> prepositions;
  private final Set<String> otherWishes;

  private Understander(StartWords startWords, Fillers fillers, LanguageGuess languageGuess) {
    this.startWords = startWords;
    this.fillers = fillers;
    this.languageGuess = languageGuess;
    this.prepositions = new HashSet<>();
    for (String line : WordFile.lines("prepositions.txt"))
      prepositions.addAll(List.of(line.split(" +", -1)));
    this.otherWishes = Set.copyOf(WordFile.lines("other-wishes.txt"));
  }

  /**
   * Reads by the bundled word lists.
   *
   * @param startWords flow id → its start words in each language, as the flows declare them
   */
  public static Understander of(Map<String, Map<Language, List<String>>> startWords) {
    return new Understander(new StartWords(startWords), Fillers.bundled(), LanguageGuess.bundled());
  }

  /** What the text wants; never throws. */
  public Understanding understand(String text) {
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    List<Token> tokens = Token.of(head);
    if (tokens.isEmpty()) return Understanding.NOTHING;
    Optional<StartWords.Found> start =
        speaksOfSomethingElse(tokens) ? Optional.empty() : start(tokens);
    Optional<Language> language =
        languageGuess.guess(head).or(() -> start.flatMap(Understander::languageOf));
    List<Token> rest =
        start.map(found -> rest(tokens, found)).orElseGet(() -> fillers.trim(tokens));
    if (rest.isEmpty())
      return new Understanding(start.map(StartWords.Found::flow), "", List.of(), language);
    String written = head.substring(rest.getFirst().start(), rest.getLast().end());
    return new Understanding(
        start.map(StartWords.Found::flow), written, readings(written, rest), language);
  }

  /** The first start word, as keywords are used; empty when two flows claim that very word. */
  private Optional<StartWords.Found> start(List<Token> tokens) {
    List<StartWords.Found> all = startWords.in(tokens);
    if (all.isEmpty()) return Optional.empty();
    StartWords.Found first = all.getFirst();
    if (all.size() > 1 && all.get(1).from() == first.from()) return Optional.empty();
    boolean leads = fillers.trim(tokens.subList(0, first.from())).isEmpty();
    return tokens.size() <= SHORT_MESSAGE || leads ? Optional.of(first) : Optional.empty();
  }

  private boolean speaksOfSomethingElse(List<Token> tokens) {
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(tokens.size(), from + 3); to++) {
        if (to > from) phrase.append(' ');
        if (otherWishes.contains(phrase.append(tokens.get(to).folded()).toString())) return true;
      }
    }
    return false;
  }

  /** What stands behind the start word; when that is nothing, what stands before it. */
  private List<Token> rest(List<Token> tokens, StartWords.Found start) {
    List<Token> after = trim(tokens.subList(start.to(), tokens.size()), start);
    return after.isEmpty() ? trim(tokens.subList(0, start.from()), start) : after;
  }

  /**
   * Without fillers and further start words of the same flow at the ends ("wifi internet safi").
   */
  private List<Token> trim(List<Token> tokens, StartWords.Found start) {
    List<Token> left = fillers.trim(tokens);
    List<StartWords.Found> again =
        startWords.in(left).stream().filter(f -> f.flow().equals(start.flow())).toList();
    if (again.isEmpty()) return afterPreposition(left);
    List<Token> after = fillers.trim(left.subList(again.getLast().to(), left.size()));
    return after.isEmpty()
        ? afterPreposition(fillers.trim(left.subList(0, again.getFirst().from())))
        : afterPreposition(after);
  }

  /** "la gare à Safi" leaves "Safi": the last preposition that no place name holds decides. */
  private List<Token> afterPreposition(List<Token> tokens) {
    for (int i = tokens.size() - 2; i > 0; i--) {
      if (!prepositions.contains(tokens.get(i).folded()) || tokens.get(i - 1).joined()) continue;
      List<Token> after = fillers.trim(tokens.subList(i + 1, tokens.size()));
      if (!after.isEmpty()) return after;
    }
    return tokens;
  }

  private static List<String> readings(String written, List<Token> rest) {
    List<String> readings = new ArrayList<>();
    String first = rest.getFirst().folded();
    String tail = written.substring(rest.getFirst().end() - rest.getFirst().start());
    for (String bare : StartWords.withoutPrefixes(first))
      if (bare.length() >= 3) readings.add(bare + tail);
    // A preposition with the article is never the beginning of a name; a lone letter mostly is.
    boolean certain = WITH_ARTICLE.matcher(first).matches();
    readings.add(certain ? readings.size() : 0, written);
    return readings.stream().distinct().toList();
  }

  /** The one language that the start word belongs to; Darija when its letters are Arabic. */
  private static Optional<Language> languageOf(StartWords.Found start) {
    Set<Language> languages = EnumSet.copyOf(start.languages());
    if (languages.contains(Language.ARY_ARAB)) return Optional.of(Language.ARY_ARAB);
    return languages.size() == 1 ? Optional.of(languages.iterator().next()) : Optional.empty();
  }
}
