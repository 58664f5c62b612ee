package ma.jisr.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of one subject has shown. A message is an SMS with its reply, or a USSD step with
 * its screen.
 *
 * @param rate messages a second
 * @param dialogues whole dialogues a second; 0 for SMS
 * @param segments submit_sm a second
 * @param p50 milliseconds from the intended instant to the reply
 * @param response milliseconds from a deliver_sm to its response, median
 * @param late milliseconds by which the generator itself was late, p99
 * @param cpu microseconds of processor the subject used for a message
 * @param allocated bytes the subject allocated for a message; negative when unknown
 * @param subjectCores processors that the subject kept busy
 * @param otherCores processors that neither subject nor generator used: what disturbed
 * @param stalls how often nothing came for 50 ms although somebody was waiting
 * @param mostSubmits the most submit_sm unanswered at once
 */
record Figures(
    double rate,
    double dialogues,
    double segments,
    double p50,
    double p99,
    double p999,
    double response,
    double late,
    double cpu,
    double allocated,
    double subjectCores,
    double generatorCores,
    double otherCores,
    long lost,
    long repeated,
    long refused,
    long unexpected,
    long stalls,
    int mostSubmits) {

  /** Column by column: the median of the measured, the sum of the counted. */
  static Figures median(List<Figures> all) {
    return new Figures(
        median(all, Figures::rate),
        median(all, Figures::dialogues),
        median(all, Figures::segments),
        median(all, Figures::p50),
        median(all, Figures::p99),
        median(all, Figures::p999),
        median(all, Figures::response),
        median(all, Figures::late),
        median(all, Figures::cpu),
        median(all, Figures::allocated),
        median(all, Figures::subjectCores),
        median(all, Figures::generatorCores),
        median(all, Figures::otherCores),
        all.stream().mapToLong(Figures::lost).sum(),
        all.stream().mapToLong(Figures::repeated).sum(),
        all.stream().mapToLong(Figures::refused).sum(),
        all.stream().mapToLong(Figures::unexpected).sum(),
        all.stream().mapToLong(Figures::stalls).sum(),
        all.stream().mapToInt(Figures::mostSubmits).max().orElse(0));
  }

  private static double median(List<Figures> all, ToDoubleFunction<Figures> column) {
    List<Double> values = new ArrayList<>(all.stream().mapToDouble(column).boxed().toList());
    values.sort(null);
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }
}
