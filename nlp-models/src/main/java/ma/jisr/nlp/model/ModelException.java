package ma.jisr.nlp.model;

/** A model, a lexicon or a manifest that cannot be used; trying again does not help. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
