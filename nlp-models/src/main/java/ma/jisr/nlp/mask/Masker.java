package ma.jisr.nlp.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.jisr.nlp.Token;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.EntityType;
import ma.jisr.nlp.value.Found;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a message what may be kept of it: its folded words, with masks for numbers, amounts,
 * codes, times, names of people, shops and places, and for links: {@code sift <amt> l <name>}. A
 * word that no list knows stays as it is unless it looks like a name: it may be the spelling that
 * Jisr should learn. Immutable; safe for use by several threads; takes any text.
 */
public final class Masker {
  /** What is read of a message, UTF-16 units: two segments of SMS hold no more. */
  public static final int MAX_LENGTH = 320;

  /** Most words kept: whoever wants something says it sooner; the rest is a story. */
  public static final int MAX_WORDS = 16;

  /** What stands for the words beyond. */
  public static final String MORE = "…";

  static final String NAME = "<name>";
  static final String PLACE = "<place>";
  static final String CODE = "<code>";
  static final String LINK = "<link>";

  /** Given name and family name, or two given names. */
  private static final int LONGEST_NAME = 2;

  /** What tells of somebody. Billers, themes and languages are words of lists. */
  private static final Set<EntityType> TELLING =
      EnumSet.complementOf(
          EnumSet.of(EntityType.BILLER, EntityType.THEME, EntityType.LANGUAGE, EntityType.PLACE));

  private static final Set<EntityType> MONEY = EnumSet.of(EntityType.AMOUNT, EntityType.MSISDN);

  private final EntityReader reader;
  private final Vocabulary vocabulary;
  private final PlaceNames places;

  /** What never changes is loaded once for all. */
  private static final class Bundled {
    static final EntityReader READER = EntityReader.bundled();
    static final Vocabulary VOCABULARY = new Vocabulary();
  }

  private Masker(EntityReader reader, Vocabulary vocabulary, PlaceNames places) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.places = places;
  }

  /**
   * By the bundled lists.
   *
   * @param places names of places in all spellings that are known
   */
  public static Masker bundled(Collection<String> places) {
    return new Masker(Bundled.READER, Bundled.VOCABULARY, new PlaceNames(places));
  }

  /** The words that may be kept, a blank between two; empty when there are none. */
  public String mask(String text) {
    return new Work(head(text)).masked();
  }

  /** The words of a masked text that no list knows, each once: what there is to learn. */
  public List<String> unknown(String masked) {
    return Arrays.stream(masked.split(" ", -1))
        .filter(word -> !word.isEmpty() && word.charAt(0) != '<' && !word.equals(MORE))
        .filter(word -> !vocabulary.known(word))
        .distinct()
        .toList();
  }

  /** Whether lists know every word: such a text is no name of its own. */
  public boolean everyday(String text) {
    return Token.of(head(text)).stream().map(Token::folded).allMatch(vocabulary::known);
  }

  private static String head(String text) {
    if (text.length() <= MAX_LENGTH) return text;
    boolean insidePair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, insidePair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }

  /** One message. */
  private final class Work {
    private final String text;
    private final List<Token> tokens;
    private final List<Found> found;
    private final boolean money;
    private final boolean capitalsTell;
    private final List<String> out = new ArrayList<>();

    Work(String text) {
      this.text = text;
      this.tokens = Token.of(text);
      this.found =
          reader.read(text).all().stream().filter(f -> TELLING.contains(f.type())).toList();
      this.money = found.stream().anyMatch(f -> MONEY.contains(f.type()));
      this.capitalsTell = 2 * tokens.stream().filter(this::capital).count() <= tokens.size();
    }

    String masked() {
      Links links = new Links(text);
      for (int i = 0; i < tokens.size(); ) {
        Found value = value(tokens.get(i));
        if (links.covers(tokens.get(i))) i = skip(LINK, i, links.end(tokens.get(i)));
        else if (value != null) i = skip(mask(value), i, value.end());
        else i = word(i);
      }
      List<String> kept = out.size() > MAX_WORDS ? out.subList(0, MAX_WORDS) : out;
      String words = String.join(" ", kept);
      return kept.size() < out.size() ? words + ' ' + MORE : words;
    }

    private int skip(String mask, int i, int end) {
      put(mask);
      int next = i + 1;
      while (next < tokens.size() && tokens.get(next).start() < end) next++;
      return next;
    }

    private @Nullable Found value(Token token) {
      for (Found one : found)
        if (one.start() < token.end() && token.start() < one.end()) return one;
      return null;
    }

    /** The code of a merchant is found as a shop; it may as well be another code. */
    private String mask(Found value) {
      boolean code =
          value.type() == EntityType.SHOP && value.value().chars().anyMatch(Character::isDigit);
      return code ? CODE : value.type().mask();
    }

    /** A word that is no value; gives the next. */
    private int word(int i) {
      String word = tokens.get(i).folded();
      int place = places.at(tokens, i, vocabulary.known(word) || vocabulary.name(word) ? 2 : 1);
      if (place > 0) {
        put(PLACE);
        return i + place;
      }
      if (named(i)) return name(i);
      if (vocabulary.known(word)) put(word);
      else if (Vocabulary.is(word, places::contains)) put(PLACE);
      else put(Digits.tell(word) ? CODE : word);
      return i + 1;
    }

    private boolean named(int i) {
      String word = tokens.get(i).folded();
      if (vocabulary.name(word)) return true;
      if (vocabulary.known(word) || Digits.tell(word)) return false;
      if (i == 0) return false;
      String before = tokens.get(i - 1).folded();
      return vocabulary.introduces(before)
          || (money && vocabulary.gives(before))
          || (capitalsTell && capital(tokens.get(i)) && !opens(i));
    }

    /** A name and the unknown word behind it. */
    private int name(int i) {
      put(NAME);
      int next = i + 1;
      while (next < tokens.size() && next < i + LONGEST_NAME && goesOn(next)) next++;
      return next;
    }

    private boolean goesOn(int i) {
      String word = tokens.get(i).folded();
      return value(tokens.get(i)) == null
          && !vocabulary.known(word)
          && !Vocabulary.is(word, places::contains)
          && !Digits.tell(word);
    }

    private boolean capital(Token token) {
      return Character.isUpperCase(text.codePointAt(token.start()));
    }

    /** Whether a sentence begins with it: keypads write its first letter large by themselves. */
    private boolean opens(int i) {
      for (int at = tokens.get(i - 1).end(); at < tokens.get(i).start(); at++)
        if (".!?:\n؟".indexOf(text.charAt(at)) >= 0) return true;
      return false;
    }

    private void put(String word) {
      boolean again = word.charAt(0) == '<' && !out.isEmpty() && out.getLast().equals(word);
      if (!again) out.add(word);
    }
  }
}
