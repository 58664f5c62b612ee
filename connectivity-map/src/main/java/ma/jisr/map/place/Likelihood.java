package ma.jisr.map.place;

import ma.jisr.base.text.PhoneticRuler;

/** How likely a name is meant: by its sound, by what it is the name of, by who asks. */
final class Likelihood {
  /** Letters of a key that may stand for a longer name that begins with it. */
  static final int LEAST_BEGUN = 4;

  /** The share of a key's length that may differ before nothing is left of it. */
  private static final double TOLERANCE = 0.62;

  private static final double PER_TENFOLD_POPULATION = 0.012;

  /** Towns before provinces of the same sound. */
  private static final double TOWN = 0.02;

  /** Villages behind all others of the same sound: few people ask for them from elsewhere. */
  static final double VILLAGE = -0.03;

  private static final double BEGUN = 0.78;

  private Likelihood() {}

  /** What an area has before anything is said. */
  static double prior(Area area) {
    if (!(area instanceof Place place)) return 0;
    if (!place.level().isTown()) return VILLAGE;
    return TOWN + PER_TENFOLD_POPULATION * Math.log10(1.0 + place.population());
  }

  /** The distance at which a name of this prior is no longer meant. */
  static double bound(double prior, int length) {
    return (1 + prior - PlaceSearch.LEAST_SCORE) * TOLERANCE * length;
  }

  /**
   * How much two keys sound alike: 1 for the same, 0 when they are too far apart.
   *
   * @param prior of the likeliest area of this name
   */
  static double sound(PhoneticRuler ruler, String key, String name, double prior) {
    int length = Math.max(key.length(), name.length());
    double bound = bound(prior, length);
    double distance = ruler.to(name, bound);
    double alike = distance > bound ? 0 : 1 - distance / (TOLERANCE * length);
    boolean begun = key.length() >= LEAST_BEGUN && name.startsWith(key);
    return Math.max(alike, begun ? BEGUN : 0);
  }
}
