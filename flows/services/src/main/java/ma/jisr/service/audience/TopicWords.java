package ma.jisr.service.audience;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;

/**
 * What topics are called, and the words by which people name them. Drafts: the Darija and Tachelhit
 * await a native reader.
 */
public final class TopicWords {
  /** Longest name, characters: eight of them fit one screen with their digits. */
  public static final int LONGEST = 10;

  private static final Map<Topic, LocalText> NAMES = new EnumMap<>(Topic.class);
  private static final Map<String, Topic> BY_WORD = new HashMap<>();

  static {
    Table.resource(
        TopicWords.class,
        "/ma/jisr/service/audience/topics.csv",
        row -> {
          Topic topic = row.oneOf("topic", Topic.class);
          NAMES.put(topic, name(row));
          for (String word : TextFold.words(row.need("words")))
            if (BY_WORD.putIfAbsent(word, topic) != null && BY_WORD.get(word) != topic)
              throw new BadCellException(word + " is of two topics");
          return topic;
        });
  }

  private TopicWords() {}

  public static LocalText name(Topic topic) {
    return Objects.requireNonNull(NAMES.get(topic));
  }

  /** The topic that a text names ("STOP EAU SVP"); empty for none, or for two. */
  public static Optional<Topic> named(String text) {
    Topic found = null;
    for (String word : TextFold.words(text)) {
      Topic topic = BY_WORD.get(word);
      if (topic == null) continue;
      if (found != null && found != topic) return Optional.empty();
      found = topic;
    }
    return Optional.ofNullable(found);
  }

  private static LocalText name(Row row) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String text = row.need("name_" + language.tag());
      if (text.length() > LONGEST)
        throw new BadCellException(text + " has more than " + LONGEST + " characters");
      texts.put(language, text);
    }
    return new LocalText(texts);
  }
}
