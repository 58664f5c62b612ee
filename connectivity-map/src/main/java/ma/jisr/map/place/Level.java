package ma.jisr.map.place;

import java.util.Locale;
import java.util.Optional;

/** What a place is among the divisions of the country, highest first. */
public enum Level {
  /** The commune in which a province or prefecture is governed. */
  SEAT,
  /** A municipality or rural commune; its point lies somewhere in it. */
  COMMUNE,
  /** A part of a large city. */
  ARRONDISSEMENT,
  /** A small town within a rural commune. */
  CENTRE,
  /** A village, douar, ksar or quarter. */
  LOCALITY;

  /** Whether it is listed in menus: villages are too many, one finds them by name. */
  public boolean isTown() {
    return this != LOCALITY;
  }

  /** Whether other places lie in it. */
  public boolean isCommune() {
    return this == SEAT || this == COMMUNE;
  }

  /** As files and documents write it: "commune". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a {@link #word}; empty for another word. */
  public static Optional<Level> of(String word) {
    for (Level level : values()) if (level.word().equals(word)) return Optional.of(level);
    return Optional.empty();
  }
}
