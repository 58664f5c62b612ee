package ma.jisr.service.shops;

import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Something that people queue for in a shop: one queue.
 *
 * @param id unique in its shop, stable: {@link #ID}
 * @param name short, for a menu
 * @param minutes what the shop expects one person to take, 1 to {@link #MOST_MINUTES}
 * @param counters that serve it at once, 1 to {@link #MOST_COUNTERS}
 * @param slots how times ahead are given; null where one only queues
 * @param classes who goes first; never {@link Priority#USUAL}
 * @param near when people are told
 */
public record ShopService(
    String id,
    LocalText name,
    int minutes,
    int counters,
    @Nullable SlotRule slots,
    Set<Priority> classes,
    Nearness near) {
  /** What goes into addresses, keys and file names unescaped. */
  public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,15}");

  /** Longest name, characters: what one line of a USSD list holds beside its digit. */
  public static final int MAX_NAME = 24;

  public static final int MOST_MINUTES = 240;
  public static final int MOST_COUNTERS = 20;

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public ShopService {
    if (!ID.matcher(id).matches())
      throw new IllegalArgumentException(
          "service id '" + id + "' is not 1 to 16 lower-case letters, digits and dashes");
    Bounds.each("service name", name, MAX_NAME);
    Bounds.within("service minutes", minutes, 1, MOST_MINUTES);
    Bounds.within("service counters", counters, 1, MOST_COUNTERS);
    classes = Set.copyOf(classes);
    if (classes.contains(Priority.USUAL))
      throw new IllegalArgumentException("service classes: usual ones do not go first");
  }
}
