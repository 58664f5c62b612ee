package ma.jisr.service.notices.cap;

/**
 * Why an alert is not taken.
 *
 * @param fault what it is, for programs
 * @param where in the file: "alert/info[2]/area[1]/polygon[1]"; "" for all of it
 * @param what it is, for people; may quote the file, so it is told to who sent it and never logged
 */
public record CapProblem(Fault fault, String where, String what) {
  /** Longest explanation, characters: a schema's may quote a whole value. */
  private static final int MAX_WHAT = 300;

  public CapProblem {
    if (what.length() > MAX_WHAT) what = what.substring(0, MAX_WHAT) + "…";
  }

  /** As a line of a report. */
  public String line() {
    return fault.word() + (where.isEmpty() ? "" : " at " + where) + ": " + what;
  }

  @Override
  public String toString() {
    return "CapProblem[" + fault.word() + "]";
  }
}
