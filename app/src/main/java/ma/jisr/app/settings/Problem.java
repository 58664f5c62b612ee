package ma.jisr.app.settings;

/**
 * One mistake in a configuration file.
 *
 * @param line of the file, from 1
 * @param key the full key, such as {@code links[0].port}
 * @param what is wrong; never a secret's value
 * @param mend what to write instead
 */
public record Problem(int line, String key, String what, String mend) {
  @Override
  public String toString() {
    return "line " + line + ": " + key + ": " + what + ". " + mend;
  }
}
