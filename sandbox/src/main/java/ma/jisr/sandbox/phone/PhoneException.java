package ma.jisr.sandbox.phone;

/** Something that a phone tried and that has not come about. */
public final class PhoneException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Failure failure;

  /** With what the phone says. */
  public PhoneException(Failure failure) {
    super(failure.words());
    this.failure = failure;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }
}
