package ma.jisr.app.settings;

/**
 * A value that is never shown: {@link #toString()} hides it, so that no log line or error does by
 * accident.
 */
public record Secret(String value) {
  @Override
  public String toString() {
    return "(secret)";
  }
}
