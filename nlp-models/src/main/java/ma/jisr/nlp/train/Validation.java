package ma.jisr.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jisr.nlp.model.ModelException;
import ma.jisr.nlp.model.Reader;

/**
 * Every message understood by models trained on other authors' messages. Never a random split: an
 * author's messages resemble one another, and would tell more than a stranger's do. Authors are
 * left out by folds, the same in every build; to leave them out one by one takes twice as long.
 */
record Validation(List<Judged> judged) {
  /** Below this share of messages understood at once the build fails, in percent. */
  static final double FLOOR_RIGHT = 88.5;

  /** Below this share answered rightly or asked with the right line in the menu, in percent. */
  static final double FLOOR_HANDLED = 95.5;

  /** Below this share of languages told rightly, in percent. */
  static final double FLOOR_TONGUE = 98;

  /** So many times it is trained; of fourteen authors two or three are left out at a time. */
  static final int FOLDS = 5;

  Validation {
    judged = List.copyOf(judged);
  }

  static Validation of(Training training) {
    List<String> authors =
        training.examples().stream().map(Example::author).distinct().sorted().toList();
    return new Validation(
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> fold(authors, fold))
            .filter(unseen -> !unseen.isEmpty())
            .toList()
            .parallelStream()
            .flatMap(unseen -> judge(training, unseen).stream())
            .toList());
  }

  private static Set<String> fold(List<String> authors, int fold) {
    return IntStream.range(0, authors.size())
        .filter(i -> i % FOLDS == fold)
        .mapToObj(authors::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Judged> judge(Training training, Set<String> unseen) {
    Reader reader = Reader.with(training.without(unseen));
    return training.examples().stream()
        .filter(example -> unseen.contains(example.author()))
        .map(example -> new Judged(example, reader.read(example.text())))
        .toList();
  }

  /**
   * Writes the report.
   *
   * @throws ModelException when it is below a floor; the report is written all the same
   */
  void write(Path report) throws IOException {
    Tally all = Tally.of(judged);
    Files.writeString(report, new Report(this).text());
    if (all.right() < FLOOR_RIGHT) throw below("messages understood at once", all.right());
    if (all.handled() < FLOOR_HANDLED) throw below("messages handled", all.handled());
    if (all.tongue() < FLOOR_TONGUE) throw below("languages told", all.tongue());
  }

  private static ModelException below(String what, double percent) {
    return new ModelException(
        what + ": " + Report.percent(percent) + " %, which is below the floor of Validation");
  }
}
