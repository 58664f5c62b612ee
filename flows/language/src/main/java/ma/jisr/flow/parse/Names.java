package ma.jisr.flow.parse;

import java.util.regex.Pattern;

/** The shapes of the names that a flow file uses. */
final class Names {
  private static final Pattern STEP = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
  private static final Pattern MESSAGE =
      Pattern.compile("[a-z][a-z0-9_]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)?");
  private static final Pattern PATH = Pattern.compile("\\$[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  private Names() {}

  static boolean isStep(String name) {
    return STEP.matcher(name).matches();
  }

  /** A flow or an operation: {@code service.verb}. */
  static boolean isDotted(String name) {
    return DOTTED.matcher(name).matches();
  }

  static boolean isValue(String name) {
    return VALUE.matcher(name).matches();
  }

  static boolean isMessage(String name) {
    return MESSAGE.matcher(name).matches();
  }

  static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }
}
