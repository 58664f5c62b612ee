package ma.jisr.gateway.session;

import org.jspecify.annotations.Nullable;

/** What the gateway itself does to what is kept of somebody. Decided on the person's loop. */
sealed interface Amendment {
  /**
   * Changes the document; asked again of what others have made of it meanwhile.
   *
   * @param by pure; null for nothing to change
   */
  record Change(By by) implements Amendment {}

  /**
   * Puts a stone in its place.
   *
   * @param anyway also when messages are still to go
   */
  record Bury(boolean anyway) implements Amendment {}

  /** From a document to the next. */
  @FunctionalInterface
  interface By {
    /**
     * @param stored whether there is one
     */
    @Nullable PersonDocument change(PersonDocument document, boolean stored);
  }
}
