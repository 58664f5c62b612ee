package ma.jisr.gateway.limit;

import java.time.Duration;
import java.util.List;

/**
 * The bounds of cost and abuse that an operator may change ({@code limits:} in the settings).
 *
 * @param destinations prefixes of E.164 numbers, without their plus, that messages may go to and
 *     are taken from, such as {@code 2126}; empty: any
 * @param numberHour segments to one number in a clock hour
 * @param featureDay segments by one link for one feature (a flow) in a day
 * @param newPersons people never heard of before, a second and link
 * @param firstContact how long somebody is remembered who was heard once and never again
 */
public record Limits(
    List<String> destinations,
    int numberHour,
    int featureDay,
    int newPersons,
    Duration firstContact) {
  /** No bound. */
  public static final int OFF = Integer.MAX_VALUE;

  /** Moroccan mobile numbers: +212 6 and +212 7 (the numbering plan of the ANRT). */
  private static final List<String> MOBILES = List.of("2126", "2127");

  /**
   * What a person types in a busy hour is some thirty answers of one or two segments; a machine
   * that answers ours reaches this within a minute.
   */
  private static final int NUMBER_HOUR = 60;

  /** At 0.10 DH a segment: 10,000 DH a day, which somebody should have decided. */
  private static final int FEATURE_DAY = 100_000;

  /** A town of 100,000 that hears of the service on one evening comes within 17 minutes. */
  private static final int NEW_PERSONS = 100;

  private static final Duration FIRST_CONTACT = Duration.ofHours(24);

  public Limits {
    destinations = List.copyOf(destinations);
  }

  /** What holds where the settings say nothing. */
  public static Limits usual() {
    return new Limits(MOBILES, NUMBER_HOUR, FEATURE_DAY, NEW_PERSONS, FIRST_CONTACT);
  }

  /** No ceilings ({@code limits: none}): for load tests over loopback. The rest stays. */
  public static Limits none() {
    return new Limits(List.of(), OFF, OFF, OFF, FIRST_CONTACT);
  }
}
