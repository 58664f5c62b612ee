package ma.jisr.service.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The documents of persons, as far as the account service must see and change them. Services are
 * made before there is an engine that holds them: until {@link #connect} every request fails, to be
 * asked again. Callable from any thread.
 */
public final class Persons {
  /** What holds them. Everything may be repeated. */
  public interface Engine {
    /** What is kept of somebody; empty for nobody, and for who has been erased. */
    CompletableFuture<Optional<Portrait>> portrait(String person);

    /**
     * The random id behind a number, if anybody is known by it; makes nobody known.
     *
     * @param digits E.164 without the plus
     */
    CompletableFuture<Optional<String>> known(String digits);

    /** Whom these names of addresses lead to, by name; without those that lead to nobody. */
    CompletableFuture<Map<String, String>> behind(List<String> names);

    /** Lets these names of addresses lead to this person no more; who has them now stays. */
    CompletableFuture<Void> unname(String person, List<String> names);

    /**
     * Takes out all that waits or is remembered of somebody but what is still to be sent. From then
     * on nothing is said to them.
     */
    CompletableFuture<Void> leave(String person);

    /**
     * Puts an empty stone in the place of somebody's document: their key is destroyed with it.
     *
     * @param now also when messages have not gone yet
     * @return false while these are still to go
     */
    CompletableFuture<Boolean> bury(String person, boolean now);

    /** Takes the stone away. */
    CompletableFuture<Void> clear(String person);

    /**
     * Takes out what waits for somebody: texts not yet sent, conversations but the one that this
     * call belongs to and those in which something is under way, last places.
     *
     * @param key the once key of the call
     */
    CompletableFuture<Void> hide(String person, String key);

    /**
     * Lets the chat of one person lead to the person of a number, made known if need be.
     *
     * @param link by which they are written to when nothing is known of them
     * @return the id of the person of the number; empty where nobody of it may be written to
     */
    CompletableFuture<Optional<String>> tie(String person, String digits, String link);

    /** Notes, or forgets, that nothing unasked goes to this number, whoever has it. */
    CompletableFuture<Void> stop(String digits, boolean stopped);

    /** Whether nothing unasked goes to this number. */
    CompletableFuture<Boolean> stopped(String digits);
  }

  private volatile @Nullable Engine engine;

  /** The engine runs: from now on it is asked. */
  public void connect(Engine to) {
    engine = to;
  }

  /** The engine, once there is one. */
  public Optional<Engine> engine() {
    return Optional.ofNullable(engine);
  }

  /**
   * The engine.
   *
   * @throws IllegalStateException before there is one
   */
  public Engine now() {
    Engine known = engine;
    if (known == null) throw new IllegalStateException("nobody is known yet");
    return known;
  }
}
