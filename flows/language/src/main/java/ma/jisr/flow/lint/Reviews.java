package ma.jisr.flow.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Who has read which text of a flow: the file {@code <flow>.reviews.yaml} beside it. A text without
 * an entry is a draft; one that has changed since is a draft again; a translation whose French has
 * changed since is stale.
 *
 * @param entries by message, then by language tag
 */
public record Reviews(SequencedMap<String, SequencedMap<String, Entry>> entries) {
  /** No text has been read. */
  public static final Reviews NONE = new Reviews(new TreeMap<>());

  /** The language that the others are translated from. */
  public static final Language SOURCE = Language.FR;

  /** Characters of a hash: 48 bits tell the versions of one text apart. */
  private static final int HASH_LENGTH = 12;

  /** Code points of a file: ten times the longest flow's. */
  private static final int MAX_SIZE = 512 * 1024;

  /**
   * One text.
   *
   * @param by who has read it; empty for a draft whose source alone is tracked
   * @param text the hash of what was read
   * @param source the hash of the French that it was translated from
   */
  public record Entry(String by, String text, String source) {}

  /** What is known of a text. */
  public enum State {
    MISSING,
    DRAFT,
    REVIEWED,
    /** Its French has changed since it was translated. */
    STALE
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException naming the file when it is not such a file
   */
  public static Reviews parse(String file, String yaml) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_SIZE).build();
    Object read;
    try {
      read = new Load(settings).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + " is not readable as YAML", e);
    }
    SequencedMap<String, SequencedMap<String, Entry>> entries = new TreeMap<>();
    if (read == null) return new Reviews(entries);
    mapping(file, read)
        .forEach(
            (message, languages) -> {
              SequencedMap<String, Entry> byLanguage = new TreeMap<>();
              mapping(file, languages)
                  .forEach((tag, entry) -> byLanguage.put(tag.toString(), entry(file, entry)));
              entries.put(message.toString(), byLanguage);
            });
    return new Reviews(entries);
  }

  private static Map<?, ?> mapping(String file, @Nullable Object node) {
    if (node instanceof Map<?, ?> mapping) return mapping;
    throw new IllegalArgumentException(file + " is not message: {language: {by, text, source}}");
  }

  private static Entry entry(String file, @Nullable Object node) {
    Map<?, ?> fields = mapping(file, node);
    return new Entry(field(fields, "by"), field(fields, "text"), field(fields, "source"));
  }

  private static String field(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }

  /** The file's text: sorted, so that two people's changes merge. */
  public String yaml() {
    StringBuilder out = new StringBuilder();
    entries.forEach(
        (message, languages) -> {
          out.append(quoted(message)).append(":\n");
          languages.forEach(
              (tag, entry) ->
                  out.append(
                      "  %s: {by: %s, text: %s, source: %s}%n"
                          .formatted(
                              tag,
                              quoted(entry.by()),
                              quoted(entry.text()),
                              quoted(entry.source()))));
        });
    return out.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What is known of a message in a language. */
  public State state(Message message, Language language) {
    List<String> text = message.variants().get(language);
    if (text == null) return State.MISSING;
    Entry entry = entry(message.name(), language);
    if (entry == null) return message.reviewed() == null ? State.DRAFT : State.REVIEWED;
    boolean translated = language != SOURCE && !entry.source().isEmpty();
    if (translated && !entry.source().equals(hash(message, SOURCE))) return State.STALE;
    boolean read = !entry.by().isEmpty() && entry.text().equals(hash(message, language));
    return read ? State.REVIEWED : State.DRAFT;
  }

  private @Nullable Entry entry(String message, Language language) {
    Map<String, Entry> languages = entries.get(message);
    return languages == null ? null : languages.get(language.tag());
  }

  /**
   * The reviews after somebody has accepted the texts of some languages as they stand now; entries
   * of messages that are gone are left out.
   *
   * @param by who; empty to note only what each text was translated from
   */
  public Reviews accept(Flow flow, List<Language> languages, String by) {
    SequencedMap<String, SequencedMap<String, Entry>> accepted = new TreeMap<>();
    for (Message message : flow.messages().values()) {
      SequencedMap<String, Entry> byLanguage =
          new TreeMap<>(entries.getOrDefault(message.name(), new TreeMap<>()));
      for (Language language : languages) {
        if (!message.variants().containsKey(language)) continue;
        Entry now = new Entry(by, hash(message, language), hash(message, SOURCE));
        byLanguage.put(language.tag(), now);
      }
      if (!byLanguage.isEmpty()) accepted.put(message.name(), byLanguage);
    }
    return new Reviews(accepted);
  }

  /** The hash of all variants of a text; empty when there is none. */
  static String hash(Message message, Language language) {
    List<String> variants = message.variants().get(language);
    if (variants == null) return "";
    List<String> parts = new ArrayList<>(variants);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
