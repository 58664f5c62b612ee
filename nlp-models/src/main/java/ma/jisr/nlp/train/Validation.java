package ma.jisr.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.nlp.model.ModelException;
import ma.jisr.nlp.model.Reader;

/**
 * Every message understood by models trained on the other authors' messages. Never a random split:
 * an author's messages resemble one another, and would tell more than a stranger's do.
 */
record Validation(List<Judged> judged) {
  /** Below this share of messages understood at once the build fails, in percent. */
  static final double FLOOR_RIGHT = 86;

  /** Below this share answered rightly or asked with the right line in the menu, in percent. */
  static final double FLOOR_HANDLED = 94;

  /** Below this share of languages told rightly, in percent. */
  static final double FLOOR_TONGUE = 97.5;

  Validation {
    judged = List.copyOf(judged);
  }

  static Validation of(Training training) {
    List<String> authors = training.examples().stream().map(Example::author).distinct().toList();
    return new Validation(
        authors.parallelStream().flatMap(author -> judge(training, author).stream()).toList());
  }

  private static List<Judged> judge(Training training, String author) {
    Reader reader = Reader.with(training.without(author));
    return training.examples().stream()
        .filter(example -> example.author().equals(author))
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
