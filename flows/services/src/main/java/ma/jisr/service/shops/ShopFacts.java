package ma.jisr.service.shops;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What its keeper writes down about a shop: everything but its code.
 *
 * @param name in the languages that it has
 * @param aliases other names that people use, in any script
 * @param trade what it is
 * @param place the id of its place in the gazetteer
 * @param point where it stands; null when nobody has measured
 * @param landmark how to get there, in words; null when not told
 * @param hours when it is open
 * @param services that people queue for; none where there is no queue
 * @param merchant the code under which it is paid by a mobile wallet; null when it takes none
 * @param delivery the cooperative of the quarter that brings its goods, in a line; null when none
 * @param duty its days on duty
 * @param source what the file that it came from calls it; null for ours
 */
public record ShopFacts(
    LocalText name,
    List<String> aliases,
    Trade trade,
    String place,
    @Nullable GeoPoint point,
    @Nullable LocalText landmark,
    Timetable hours,
    List<ShopService> services,
    @Nullable String merchant,
    @Nullable String delivery,
    Duty duty,
    @Nullable String source) {
  /** Longest name, characters; lists cut it to what a line holds. */
  public static final int MAX_NAME = 60;

  /** Longest landmark, characters: one SMS holds it. */
  public static final int MAX_LANDMARK = 160;

  /** Longest place, cooperative or source, characters. */
  public static final int MAX_LINE = 120;

  /** Other names: nobody is called more. */
  public static final int MOST_ALIASES = 10;

  /** Queues of one shop: what one screen lists. */
  public static final int MOST_SERVICES = 8;

  /** A merchant's code as wallets give them: four to ten digits. */
  public static final Pattern MERCHANT = Pattern.compile("[0-9]{4,10}");

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public ShopFacts {
    Bounds.each("name", name, MAX_NAME);
    aliases = List.copyOf(aliases);
    if (aliases.size() > MOST_ALIASES)
      throw new IllegalArgumentException("aliases: more than " + MOST_ALIASES);
    for (String alias : aliases) Bounds.line("aliases", alias, MAX_NAME);
    Bounds.line("place", place, MAX_LINE);
    if (landmark != null) Bounds.each("landmark", landmark, MAX_LANDMARK);
    services = List.copyOf(services);
    if (services.size() > MOST_SERVICES)
      throw new IllegalArgumentException("services: more than " + MOST_SERVICES);
    Set<String> ids = new HashSet<>();
    for (ShopService service : services)
      if (!ids.add(service.id()))
        throw new IllegalArgumentException("services: " + service.id() + " is there twice");
    if (merchant != null && !MERCHANT.matcher(merchant).matches())
      throw new IllegalArgumentException("merchant: not four to ten digits");
    if (delivery != null) Bounds.line("delivery", delivery, MAX_LINE);
    if (source != null) Bounds.line("source", source, MAX_LINE);
  }

  /** The service of an id. */
  public Optional<ShopService> service(String id) {
    for (ShopService service : services) if (service.id().equals(id)) return Optional.of(service);
    return Optional.empty();
  }
}
