package ma.jisr.sandbox.smpp;

/** A deliver_sm that stayed without response: the link broke, or the program was silent. */
public final class LinkLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LinkLostException(String why) {
    super(why);
  }
}
