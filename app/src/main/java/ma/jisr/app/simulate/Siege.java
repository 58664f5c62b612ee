package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.List;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.session.SessionSettings;

/**
 * Who abuses the service in a world, and what bounds it. Half of the worlds know nobody of the kind
 * and have no limits.
 *
 * @param limits as an operator would set them, only lower: three minutes must reach them
 * @param inFlight the engine's bound, so low that a crowd reaches it
 * @param foreigners numbers, short codes and names that nobody may answer
 * @param machines that answer every text with the same words
 * @param talkers that answer every text with other words
 * @param chatterers who ask without a pause
 * @param strangers who write once
 */
record Siege(
    Limits limits,
    int inFlight,
    int foreigners,
    int machines,
    int talkers,
    int chatterers,
    int strangers) {
  private static final List<String> MOBILES = List.of("2126", "2127");
  private static final Duration DAY = Duration.ofHours(24);

  /** Room for a burst, and too little for a crowd that waits for a slow store. */
  private static final int NARROW = 80;

  private static final int MOST_STRANGERS = 150;

  /** Nobody. */
  static final Siege NONE = new Siege(Limits.none(), SessionSettings.IN_FLIGHT, 0, 0, 0, 0, 0);

  static Siege drawn(Chance chance) {
    if (chance.hits(0.5)) return NONE;
    Limits limits =
        new Limits(MOBILES, 6 + chance.below(30), 40 + chance.below(100), 1 + chance.below(5), DAY);
    int strangers = chance.hits(0.4) ? 20 + chance.below(MOST_STRANGERS) : 0;
    return new Siege(
        limits,
        strangers == 0 ? SessionSettings.IN_FLIGHT : NARROW,
        chance.hits(0.5) ? 1 + chance.below(4) : 0,
        chance.hits(0.4) ? 1 : 0,
        chance.hits(0.3) ? 1 : 0,
        chance.hits(0.5) ? 1 + chance.below(2) : 0,
        strangers);
  }

  boolean isOn() {
    return limits.numberHour() != Limits.OFF;
  }
}
