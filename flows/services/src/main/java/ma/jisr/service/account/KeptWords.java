package ma.jisr.service.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.service.Held;

/**
 * What is kept of people, in words: the names, reasons and times that rooms tell by the names of
 * messages, in the languages of phones. A time may be counted: "days_60". Immutable.
 */
public final class KeptWords {
  private static final String FILE = "kept.yaml";

  /** What a room says that the words do not know yet: it is told all the same. */
  private static final String OTHER = "other";

  private static final String WHY = "_why";
  private static final Pattern COUNTED = Pattern.compile("(days|hours|years)_(\\d{1,5})");

  /** The time of the message log, which whoever runs Jisr sets. */
  private static final String LOG_KEEP = "log_keep";

  private final Map<String, Message> messages;
  private final Duration logKeep;

  private KeptWords(Map<String, Message> messages, Duration logKeep) {
    this.messages = Map.copyOf(messages);
    this.logKeep = logKeep;
  }

  /**
   * Those that come with Jisr.
   *
   * @param logKeep how long the message log is kept here
   */
  public static KeptWords read(Duration logKeep) {
    return new KeptWords(Shipped.MESSAGES, logKeep);
  }

  /** Read once: they are not changed. */
  private static final class Shipped {
    static final Map<String, Message> MESSAGES = shipped();
  }

  private static Map<String, Message> shipped() {
    try (InputStream in = Objects.requireNonNull(KeptWords.class.getResourceAsStream(FILE), FILE)) {
      return FlowParser.messages(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a kind is called. */
  public LocalText name(Held held) {
    return text(held.what()).or(() -> text(OTHER)).orElseThrow();
  }

  /** What it is for. */
  public LocalText why(Held held) {
    return text(held.why()).or(() -> text(OTHER + WHY)).orElseThrow();
  }

  /** How long it is kept; empty where no words are known. */
  public Optional<LocalText> time(Held held) {
    Optional<LocalText> exact = text(held.keptFor());
    if (exact.isPresent()) return exact;
    boolean log = held.keptFor().equals(LOG_KEEP);
    Matcher counted = COUNTED.matcher(log ? "days_" + logKeep.toDays() : held.keptFor());
    return counted.matches()
        ? text(counted.group(1)).map(words -> counted(words, counted.group(2)))
        : Optional.empty();
  }

  /** One line: what, how many where they are several, and how long. */
  public LocalText line(Held held) {
    LocalText name = name(held);
    LocalText time = time(held).orElse(null);
    String count = held.count() <= 1 ? "" : ": " + count(held.count());
    Map<Language, String> lines = new EnumMap<>(Language.class);
    name.byLanguage()
        .forEach(
            (language, text) -> {
              String until = time == null ? "" : comma(language) + time.in(language, false);
              lines.put(language, text + count + until);
            });
    return new LocalText(lines);
  }

  /** A count as it is told: beyond the most that is counted there is no need to know. */
  public static String count(long count) {
    return count >= Held.MOST ? Held.MOST + "+" : Long.toString(count);
  }

  private static String comma(Language language) {
    return language.script() == Script.ARABIC ? "، " : ", ";
  }

  private static LocalText counted(LocalText words, String n) {
    Map<Language, String> all = new EnumMap<>(Language.class);
    words.byLanguage().forEach((language, text) -> all.put(language, text.replace("{n}", n)));
    return new LocalText(all);
  }

  private Optional<LocalText> text(String name) {
    Message message = messages.get(name);
    if (message == null) return Optional.empty();
    Map<Language, String> words = new EnumMap<>(Language.class);
    message.variants().forEach((language, variants) -> words.put(language, variants.getFirst()));
    return Optional.of(new LocalText(words));
  }

  /** Whether all words are there for what a room tells. */
  boolean knows(Held held) {
    return text(held.what()).isPresent() && text(held.why()).isPresent() && time(held).isPresent();
  }

  /** All its texts, by name. */
  Map<String, Message> messages() {
    return messages;
  }
}
