package ma.jisr.service;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a number that somebody has named. Services are made before there is an engine that
 * knows: until {@link #connect} nobody is found, and a request fails, to be asked again. Callable
 * from any thread.
 */
public final class People {
  /**
   * How somebody is written to, as their own words have told.
   *
   * @param link by which they wrote last by SMS, or would be written to
   * @param code the short code of theirs
   * @param language in which they read; null when nobody has told
   * @param scripts that their phone has proved to show
   * @param stopped whether they have said STOP
   */
  public record Known(
      String link, String code, @Nullable Language language, Set<Script> scripts, boolean stopped) {
    public Known {
      scripts = Set.copyOf(scripts);
    }
  }

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

    /** How somebody is written to; empty where they have never written. */
    default CompletableFuture<Optional<Known>> known(String person) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
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

  /** How somebody is written to, as it is stored; empty where they have never written. */
  public CompletableFuture<Optional<Known>> known(String person) {
    Directory there = directory;
    return there == null
        ? CompletableFuture.failedFuture(new IllegalStateException("nobody is known yet"))
        : there.known(person);
  }
}
