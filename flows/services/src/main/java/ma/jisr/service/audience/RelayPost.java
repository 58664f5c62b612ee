package ma.jisr.service.audience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A relay: who says a notice aloud where phones do not reach. Personal data; {@link #toString()}
 * shows none.
 *
 * @param id of the same number at the same place always the same; tells nothing
 * @param kind what they are there
 * @param place the id of the place where they say it
 * @param around ids of the place, its commune and its province
 * @param name of the post, not of the person: "Moqaddem, douar Tassa"; "" for none
 * @param person the random id of their document
 * @param sealed the number, for the vault's bearer only
 * @param since when, milliseconds
 * @param by the id of the account that registered them
 */
public record RelayPost(
    String id,
    Kind kind,
    String place,
    List<String> around,
    String name,
    String person,
    String sealed,
    long since,
    String by) {
  /** Longest name, characters. */
  public static final int MAX_NAME = 40;

  public RelayPost {
    around = List.copyOf(around);
  }

  /** What relays are. */
  public enum Kind {
    MOQADDEM,
    TEACHER,
    MOSQUE,
    ASSOCIATION,
    OTHER;

    /** As files and the API write it: "moqaddem". */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #word}; empty for another word. */
    public static Optional<Kind> of(String word) {
      for (Kind kind : values()) if (kind.word().equals(word)) return Optional.of(kind);
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "RelayPost[" + id + "]";
  }
}
