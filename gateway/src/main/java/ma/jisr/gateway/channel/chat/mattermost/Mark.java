package ma.jisr.gateway.channel.chat.mattermost;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far the posts of a server have been heard: all until an instant, and some behind it.
 *
 * @param at epoch milliseconds by the server's clock
 * @param beyond ids of those about that instant that have been heard too
 */
public record Mark(long at, List<String> beyond) {
  /** Ids that are kept: what a busy server's people write in {@link #OVERLAP_MILLIS}. */
  public static final int MOST = 500;

  /**
   * How much is looked up again before the instant: the clocks of a server's machines differ, and a
   * post is seen a while after it was made. Milliseconds.
   */
  static final long OVERLAP_MILLIS = 10_000;

  public Mark {
    beyond = List.copyOf(beyond);
  }

  /** Where marks are kept. From any thread. */
  public interface Keeper {
    /** That of a link; empty before its first. */
    CompletableFuture<Optional<Mark>> read(String link);

    /** Completes when it is durable. */
    CompletableFuture<Void> write(String link, Mark mark);
  }
}
