package ma.jisr.flow.lint;

/** One rule of the linter. */
@FunctionalInterface
interface Check {
  /** Adds to the report what is wrong with the flow. */
  void check(Subject subject, Report report);
}
