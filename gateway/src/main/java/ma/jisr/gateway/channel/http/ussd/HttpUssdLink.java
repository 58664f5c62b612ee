package ma.jisr.gateway.channel.http.ussd;

import java.time.Duration;
import java.util.List;
import ma.jisr.base.Assurance;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.channel.http.Verifier;

/**
 * A link to an aggregator of USSD over HTTP.
 *
 * @param id unique in the settings; the last word of its path
 * @param verifier shows that a request is the aggregator's
 * @param dialect that it speaks
 * @param code the service code, for those who do not tell it
 * @param guests whom it may speak for, and how sure it is of them
 * @param timers of its dialogues
 * @param open dialogues at a time; further ones are answered 429
 */
public record HttpUssdLink(
    String id,
    Verifier verifier,
    Dialect dialect,
    String code,
    Guests guests,
    Timers timers,
    int open) {
  /** Open dialogues that a link may usually have. */
  public static final int OPEN = 20_000;

  /**
   * Whom a link may speak for.
   *
   * @param country the digits before which a national number stands
   * @param ranges beginnings of E.164 numbers; empty: any
   * @param assurance how sure it is of the sender
   */
  public record Guests(String country, List<String> ranges, Assurance assurance) {
    public Guests {
      ranges = List.copyOf(ranges);
    }

    boolean holds(Msisdn number) {
      return ranges.isEmpty() || ranges.stream().anyMatch(number.digits()::startsWith);
    }
  }

  /**
   * How long things may take.
   *
   * @param answer until a request is answered: less than the aggregator waits
   * @param idle without an answer of the person, after which the dialogue is over
   * @param session the longest life of a dialogue
   */
  public record Timers(Duration answer, Duration idle, Duration session) {
    /** 9 s (Africa's Talking waits for 10), 60 s, 180 s. */
    public static final Timers USUAL =
        new Timers(Duration.ofSeconds(9), Duration.ofSeconds(60), Duration.ofSeconds(180));
  }
}
