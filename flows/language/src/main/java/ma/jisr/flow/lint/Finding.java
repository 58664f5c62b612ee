package ma.jisr.flow.lint;

import java.util.Comparator;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a flow.
 *
 * @param severity whether the build fails
 * @param file as it was named to the parser
 * @param line from 1; 0 for the whole file
 * @param where the step or message
 * @param language of the text; null when it is not about one
 * @param what is wrong, in one sentence without a full stop
 * @param mend what to do about it
 */
public record Finding(
    Severity severity,
    String file,
    int line,
    String where,
    @Nullable Language language,
    String what,
    String mend) {
  /** By place: file, line, then name and language. */
  public static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::where)
          .thenComparing(f -> f.language == null ? "" : f.language.tag())
          .thenComparing(Finding::what);

  /** How bad it is. */
  public enum Severity {
    /** Fails the build. */
    ERROR,
    /** To be looked at. */
    WARNING
  }

  @Override
  public String toString() {
    String told = language == null ? where : where + " [" + language.tag() + "]";
    return file + ":" + line + ": " + told + ": " + what + "; " + mend;
  }
}
