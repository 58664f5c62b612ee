package ma.jisr.nlp.train;

import java.util.List;
import java.util.function.Predicate;

/**
 * What came of some messages, in percent of them.
 *
 * @param right the likeliest intent is the one meant
 * @param handled answered rightly, or asked with the right line in the menu
 * @param wrong answered, and wrongly
 * @param asks asked
 * @param tongue the language was told rightly
 * @param oosAsReal of the messages out of scope: answered as if they were not
 */
record Tally(
    int messages,
    double right,
    double inThree,
    double handled,
    double wrong,
    double asks,
    double tongue,
    double oosAsReal) {

  static Tally of(List<Judged> judged) {
    List<Judged> outside = judged.stream().filter(Judged::isOutOfScope).toList();
    return new Tally(
        judged.size(),
        percent(judged, Judged::right),
        percent(judged, Judged::inThree),
        percent(judged, Judged::handled),
        percent(judged, Judged::answeredWrong),
        percent(judged, Judged::asks),
        percent(judged, Judged::tongueRight),
        percent(outside, Judged::answeredWrong));
  }

  private static double percent(List<Judged> judged, Predicate<Judged> which) {
    return judged.isEmpty() ? 0 : 100.0 * judged.stream().filter(which).count() / judged.size();
  }
}
