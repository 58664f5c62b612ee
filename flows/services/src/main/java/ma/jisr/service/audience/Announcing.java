package ma.jisr.service.audience;

import java.time.Instant;
import java.util.Set;
import ma.jisr.base.LocalText;

/**
 * A notice that relays are asked to say aloud.
 *
 * @param notice its id
 * @param code by which people ask for it ("INFO 4821")
 * @param aloud the words to be read out, in the languages that there are; at most {@link #MOST}
 *     characters each
 * @param areas ids of places, communes, provinces or regions; a relay in one of them is asked
 * @param until when it is not worth saying any more
 */
public record Announcing(
    String notice, String code, LocalText aloud, Set<String> areas, Instant until) {
  /** Longest text, characters: three segments of Arabic with what stands around it. */
  public static final int MOST = 140;

  public Announcing {
    areas = Set.copyOf(areas);
  }
}
