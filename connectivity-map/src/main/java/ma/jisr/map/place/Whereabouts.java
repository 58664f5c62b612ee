package ma.jisr.map.place;

import java.util.Set;

/**
 * Where somebody is who asks, as far as that is known.
 *
 * @param province the id of their province; "" when it is not known
 * @param region the ids of the provinces of their region
 */
public record Whereabouts(String province, Set<String> region) {
  public static final Whereabouts UNKNOWN = new Whereabouts("", Set.of());

  public Whereabouts {
    region = Set.copyOf(region);
  }
}
