package ma.jisr.service;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a number that somebody has named. Services are made before there is an engine that
 * knows: until {@link #connect} nobody is found, and a request fails, to be asked again. Callable
 * from any thread.
 */
public final class People {
  /** What knows them. */
  public interface Directory {
    /**
     * The random id of a number's person, made known if need be; empty where nobody of that number
     * may be written to.
     *
     * @param digits E.164 without the plus
     * @param link by which they are written to when nothing is known of them
     */
    CompletableFuture<Optional<String>> of(String digits, String link);

    /**
     * The number that a person's words come from.
     *
     * @return E.164 without the plus; empty where nobody of that id has one
     */
    CompletableFuture<Optional<String>> number(String person);
  }

  private volatile @Nullable Directory directory;

  /** The engine runs: from now on it is asked. */
  public void connect(Directory to) {
    directory = to;
  }

  public CompletableFuture<Optional<String>> of(String digits, String link) {
    Directory known = directory;
    return known == null
        ? CompletableFuture.failedFuture(new IllegalStateException("nobody is known yet"))
        : known.of(digits, link);
  }

  /** The number behind a random id, to be asked for only where a provider must be told it. */
  public CompletableFuture<Optional<String>> number(String person) {
    Directory known = directory;
    return known == null
        ? CompletableFuture.failedFuture(new IllegalStateException("nobody is known yet"))
        : known.number(person);
  }
}
