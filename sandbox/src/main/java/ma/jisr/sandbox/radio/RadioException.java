package ma.jisr.sandbox.radio;

/** The radio cannot be reached, or does not take what was said; the message says what to do. */
public final class RadioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RadioException(String why) {
    super(why);
  }
}
