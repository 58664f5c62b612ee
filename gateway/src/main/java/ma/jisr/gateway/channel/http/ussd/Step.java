package ma.jisr.gateway.channel.http.ussd;

/**
 * A step of a dialogue as an aggregator tells it. Holds personal data.
 *
 * @param act what it is
 * @param session the aggregator's name of the dialogue
 * @param number the person's, as written
 * @param code the service code; "" where it is not told
 * @param text what was typed; in the accumulated shape all that was, joined by stars
 * @param sequence the aggregator's count of the step; "" where it keeps none
 */
public record Step(
    Act act, String session, String number, String code, String text, String sequence) {
  /** What a step is. */
  public enum Act {
    /** The dialogue begins. */
    BEGIN,
    /** An answer. */
    ANSWER,
    /** The aggregator does not say: whoever knows the dialogue knows. */
    UNTOLD,
    /** The person or the network has ended it. */
    END,
    /** It waited for too long. */
    TIME_OUT
  }

  @Override
  public String toString() {
    return "Step[" + act + "]";
  }
}
