package ma.jisr.flow.parse;

/**
 * Something wrong in a flow file.
 *
 * @param file as it was named
 * @param line from 1
 * @param what is wrong
 * @param mend what to do about it
 */
public record Problem(String file, int line, String what, String mend) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + "; " + mend;
  }
}
