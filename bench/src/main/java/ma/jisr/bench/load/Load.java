package ma.jisr.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What is asked of an ESME.
 *
 * @param code where the phones write to
 * @param firstNumber the first person's number; the others follow it
 * @param people how many persons write, in random order
 * @param texts what they write in turn; of a USSD dialogue the dialled string and the answers
 * @param window most deliver_sm without a response
 * @param open most messages, or dialogues, without their reply; 0 for no bound
 * @param rate messages a second at fixed instants whatever comes back (open loop); 0 sends as soon
 *     as window and bound allow (closed loop)
 * @param delay from a submit_sm to its response
 */
public record Load(
    String code,
    long firstNumber,
    int people,
    List<String> texts,
    int window,
    int open,
    double rate,
    Duration delay) {

  public Load {
    texts = List.copyOf(texts);
    if (people < 1 || window < 1 || open < 0 || rate < 0 || texts.isEmpty())
      throw new IllegalArgumentException("a load without people, window or texts");
  }

  /** The same with other bounds. */
  public Load bounded(int window, int open) {
    return new Load(code, firstNumber, people, texts, window, open, rate, delay);
  }

  /** The same at fixed instants, with no bound but the persons' number. */
  public Load at(double rate) {
    return new Load(code, firstNumber, people, texts, window, 0, rate, delay);
  }

  /** The same towards an SMSC that takes its time. */
  public Load delayed(Duration delay) {
    return new Load(code, firstNumber, people, texts, window, open, rate, delay);
  }
}
