package ma.jisr.service.wallet.gsma;

import org.jspecify.annotations.Nullable;

/** What came of one request: what was said, or how far it got. */
sealed interface Reply {
  /**
   * A whole answer.
   *
   * @param retryAfter the header of that name; null without
   * @param total X-Records-Available-Count; null without
   */
  record Said(int status, Shape shape, @Nullable String retryAfter, @Nullable String total)
      implements Reply {
    @Override
    public String toString() {
      return "Said[" + status + "]";
    }
  }

  /** No connection was had: not one octet of the request has left. */
  record Never(String cause) implements Reply {}

  /** It has left, or part of it, and no whole answer has come. */
  record Lost(String cause) implements Reply {}
}
