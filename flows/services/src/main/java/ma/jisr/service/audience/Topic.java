package ma.jisr.service.audience;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a notice is about, as people know it; in the order of menus. Who follows a place hears of
 * all topics until they mute some; extreme alerts pass every mute.
 */
public enum Topic {
  HEALTH,
  WATER,
  ROADS,
  WEATHER,
  SCHOOL,
  AID,
  TOWN_HALL,
  OTHER;

  private static final Map<String, Topic> BY_ID = new HashMap<>();

  static {
    for (Topic topic : values()) BY_ID.put(topic.id(), topic);
  }

  /** As documents, files and flows write it: "town_hall". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic of an {@link #id}; empty for another text. */
  public static Optional<Topic> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
