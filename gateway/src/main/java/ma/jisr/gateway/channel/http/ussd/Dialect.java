package ma.jisr.gateway.channel.http.ussd;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an aggregator writes one of the shapes: its names of fields, and its values of flags.
 *
 * @param shape of requests and answers
 * @param fields of a request
 * @param flag which tells what a step is; empty where nothing does
 * @param answer to it
 */
public record Dialect(Shape shape, Fields fields, Optional<Flag> flag, Answer answer) {
  /** The three shapes that cover nearly all aggregators. */
  public enum Shape {
    /** A query or form, all inputs joined by stars; answered by a text behind CON or END. */
    FORM,
    /** JSON with the last input only. */
    JSON,
    /** XML with the last input only: one element for each field, below one root. */
    XML
  }

  /**
   * The names of a request's fields; "" for one that it has not.
   *
   * @param session the dialogue's name
   * @param number the person's
   * @param code the service code
   * @param text what was typed
   * @param sequence counts steps
   */
  public record Fields(String session, String number, String code, String text, String sequence) {}

  /**
   * The field that tells what a step is.
   *
   * @param field its name
   * @param values by what they mean, in lower case
   * @param otherwise what any other value means, or none
   */
  public record Flag(String field, Map<String, Step.Act> values, Step.Act otherwise) {
    public Flag {
      values = Map.copyOf(values);
    }

    Step.Act act(String value) {
      return values.getOrDefault(value.toLowerCase(Locale.ROOT), otherwise);
    }
  }

  /**
   * How it is answered. Words that are {@code true}, {@code false} or whole numbers are written as
   * such in JSON.
   *
   * @param text the field of the text; "" in the form shape
   * @param flag the field that tells whether the dialogue goes on; "" in the form shape, where the
   *     word stands before the text
   * @param more the flag where it does
   * @param over the flag where it ends
   * @param echo fields of the request that stand in the answer as they came
   */
  public record Answer(String text, String flag, String more, String over, List<String> echo) {
    public Answer {
      echo = List.copyOf(echo);
    }
  }

  /** What a step is, by the flag's value. */
  Step.Act act(String value) {
    return flag.map(f -> f.act(value)).orElse(Step.Act.UNTOLD);
  }
}
