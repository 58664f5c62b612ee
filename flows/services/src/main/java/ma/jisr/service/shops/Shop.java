package ma.jisr.service.shops;

import java.util.List;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood shop or an office.
 *
 * @param id random, stable, unique
 * @param code what people dial or text for it, printed on its sticker: see {@link ShopCode}
 * @param facts what its keeper wrote down
 * @param retired whether it is no longer there: kept for its history, shown to nobody
 * @param sample whether it is invented, for trying things out
 */
public record Shop(String id, String code, ShopFacts facts, boolean retired, boolean sample) {
  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  /**
   * @throws IllegalArgumentException when the id or code cannot be
   */
  public Shop {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters");
    if (!ShopCode.isCode(code))
      throw new IllegalArgumentException("code '" + code + "' " + ShopCode.RULE);
  }

  public LocalText name() {
    return facts.name();
  }

  public Trade trade() {
    return facts.trade();
  }

  public String place() {
    return facts.place();
  }

  public @Nullable GeoPoint point() {
    return facts.point();
  }

  public @Nullable LocalText landmark() {
    return facts.landmark();
  }

  public Timetable hours() {
    return facts.hours();
  }

  public List<ShopService> services() {
    return facts.services();
  }

  /** The service of an id. */
  public Optional<ShopService> service(String service) {
    return facts.service(service);
  }

  /** The same shop, told of anew. */
  public Shop with(ShopFacts next) {
    return new Shop(id, code, next, retired, sample);
  }

  /** The same shop, out of use or in use again. */
  public Shop retired(boolean off) {
    return new Shop(id, code, facts, off, sample);
  }
}
