package ma.jisr.service.audience;

import java.util.OptionalLong;

/** How many people there are, as it may be told: what is fewer than five is not counted out. */
public final class Few {
  /** The least count that is told: below it somebody could be meant. */
  public static final long LEAST = 5;

  private Few() {}

  /** The count; empty for 1 to 4. Nobody is nobody. */
  public static OptionalLong told(long count) {
    return count > 0 && count < LEAST ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /** The same in words: "12", "fewer than 5". */
  public static String words(long count) {
    OptionalLong told = told(count);
    return told.isPresent() ? Long.toString(told.getAsLong()) : "fewer than " + LEAST;
  }
}
