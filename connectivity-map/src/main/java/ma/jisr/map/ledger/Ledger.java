package ma.jisr.map.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * How things of one form are changed, each in one durable write of its document with its history in
 * it: the entry in the feed, then the document if nobody was quicker, then this node's sight of it.
 * Whatever the store answers, what stands there is read back before anything is said or done again.
 *
 * <p>The {@code writeId} is the caller's name for what they do. Repeated with it, after a crash or
 * a lost answer, a change that was made is not made again and its outcome is told. A future fails
 * with {@link StoreException} only, and may then be repeated. From any thread.
 */
public final class Ledger<T> {
  /** How often a write is tried against others' or unknown outcomes. */
  private static final int TRIES = 8;

  /** Bytes of a hash that make an id: 80 bits, so that chance meets nobody. */
  private static final int ID_BYTES = 10;

  private final Store store;
  private final Shelf<T> shelf;
  private final Form<T> form;
  private final ChangeFeed feed;
  private final Consumer<Versioned<T>> seen;
  private final InstantSource clock;

  /**
   * @param seen takes what has changed to where this node shows it
   */
  public Ledger(
      Store store,
      Shelf<T> shelf,
      ChangeFeed feed,
      Consumer<Versioned<T>> seen,
      InstantSource clock) {
    this.store = store;
    this.shelf = shelf;
    this.form = shelf.form();
    this.feed = feed;
    this.seen = seen;
    this.clock = clock;
  }

  /**
   * Makes something new.
   *
   * @param make gives it, once its id turns out to be free
   */
  public CompletableFuture<Ruling<T>> create(
      Actor actor,
      String deed,
      String id,
      Supplier<CompletableFuture<Next<T>>> make,
      String writeId) {
    return shelf
        .settled(id)
        .thenCompose(
            found -> {
              if (found.isPresent()) return now(made(found.get(), writeId));
              return make.get()
                  .thenCompose(
                      next -> {
                        T thing = next.thing();
                        if (thing == null) return now(Ruling.invalid(next.problem()));
                        return announced(actor, deed, id, writeId)
                            .thenCompose(_ -> insert(actor, deed, thing, writeId, TRIES));
                      });
            });
  }

  private CompletableFuture<Ruling<T>> insert(
      Actor actor, String deed, T thing, String writeId, int tries) {
    if (tries == 0) return tired();
    Revision<T> made = revision(0, actor, deed, null, writeId);
    return store
        .insert(form.spec().name(), List.of(Entry.first(form, thing, made, writeId)), Priority.TURN)
        .thenCompose(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.INSERTED)
                return now(done(new Versioned<>(thing, 0)));
              return shelf
                  .settled(form.id(thing))
                  .thenCompose(
                      found ->
                          found.isEmpty()
                              ? insert(actor, deed, thing, writeId, tries - 1)
                              : now(made(found.get(), writeId)));
            });
  }

  /** What became of a creation that finds its id there. */
  private Ruling<T> made(Entry<T> entry, String writeId) {
    return entry.has(writeId)
        ? done(entry.now())
        : Ruling.invalid("id: another " + form.word() + " has it");
  }

  /** Changes something, if nobody has changed it since. */
  public CompletableFuture<Ruling<T>> edit(Edit<T> edit) {
    return edit(edit, TRIES);
  }

  private CompletableFuture<Ruling<T>> edit(Edit<T> edit, int tries) {
    if (tries == 0) return tired();
    return shelf
        .settled(edit.id())
        .thenCompose(
            found -> found.isEmpty() ? now(Ruling.unknown()) : edit(edit, found.get(), tries));
  }

  private CompletableFuture<Ruling<T>> edit(Edit<T> edit, Entry<T> entry, int tries) {
    T thing = entry.thing();
    if (!edit.may().test(thing)) return now(Ruling.noRight());
    if (entry.has(edit.writeId())) return now(done(entry.now()));
    Next<T> wanted = edit.next().apply(entry);
    T next = wanted.thing();
    boolean current = edit.version() == null || edit.version() == entry.now().version();
    if (!current) return now(new Ruling.Overtaken<>(entry.now(), next == null ? thing : next));
    if (next == null) return now(Ruling.invalid(wanted.problem()));
    if (!edit.may().test(next)) return now(Ruling.noRight());
    if (next.equals(thing)) return now(new Ruling.Done<>(entry.now()));
    if (!entry.isStored()) return adopt(edit, entry, tries);
    return announced(edit.actor(), edit.deed(), edit.id(), edit.writeId())
        .thenCompose(_ -> replace(edit, entry, next))
        .thenCompose(
            outcome ->
                outcome == Outcome.REPLACED
                    ? now(done(new Versioned<>(next, entry.now().version() + 1)))
                    : edit(edit, tries - 1));
  }

  /** A sample that somebody changes becomes a stored thing first. */
  private CompletableFuture<Ruling<T>> adopt(Edit<T> edit, Entry<T> sample, int tries) {
    Document first = Entry.first(form, sample.thing(), null, "sample");
    return store
        .insert(form.spec().name(), List.of(first), Priority.TURN)
        .thenCompose(_ -> edit(edit, tries - 1));
  }

  private CompletableFuture<Outcome> replace(Edit<T> edit, Entry<T> entry, T next) {
    Revision<T> revision =
        revision(
            entry.now().version() + 1, edit.actor(), edit.deed(), entry.thing(), edit.writeId());
    return store.replaceIf(form.spec().name(), entry.next(next, revision), Priority.TURN);
  }

  /**
   * Takes something out of a thing, and of all that it was before that is still known: as if it had
   * never been there. What came there later than it was to go is somebody else's, and stays.
   *
   * @param wished when it was to go
   * @param without gives a thing without it; an equal one where it is not
   * @return whether there was anything of it
   */
  public CompletableFuture<Boolean> purge(
      Actor actor,
      String deed,
      String id,
      Instant wished,
      UnaryOperator<T> without,
      String writeId) {
    return purge(new Purge<>(actor, deed, id, wished, without, writeId), TRIES);
  }

  private record Purge<T>(
      Actor actor,
      String deed,
      String id,
      Instant wished,
      UnaryOperator<T> without,
      String writeId) {}

  private CompletableFuture<Boolean> purge(Purge<T> purge, int tries) {
    if (tries == 0) return tired();
    return shelf
        .settled(purge.id())
        .thenCompose(
            found ->
                found.isEmpty() || !found.get().names(purge.without(), purge.wished())
                    ? now(false)
                    : purge(purge, found.get(), tries));
  }

  private CompletableFuture<Boolean> purge(Purge<T> purge, Entry<T> entry, int tries) {
    long version = entry.now().version() + 1;
    T next = purge.without().apply(entry.thing());
    Revision<T> revision = revision(version, purge.actor(), purge.deed(), next, purge.writeId());
    Document purged = entry.without(purge.without()).next(next, revision);
    return announced(purge.actor(), purge.deed(), purge.id(), purge.writeId())
        .thenCompose(_ -> store.replaceIf(form.spec().name(), purged, Priority.BACKGROUND))
        .thenCompose(
            outcome -> {
              if (outcome != Outcome.REPLACED) return purge(purge, tries - 1);
              seen.accept(new Versioned<>(next, version));
              return now(true);
            });
  }

  private Revision<T> revision(
      long version, Actor actor, String deed, @Nullable T before, String writeId) {
    return new Revision<>(
        version, clock.instant(), actor.id(), actor.role(), deed, before, writeId);
  }

  private CompletableFuture<?> announced(Actor actor, String deed, String id, String writeId) {
    return feed.append(actor, deed, form.subject(), id, writeId);
  }

  /**
   * Something as its keepers see it, in use or not: Shown, or Refused.
   *
   * @param all whether its history is wanted too
   */
  public CompletableFuture<Ruling<T>> show(String id, boolean all, Predicate<T> may) {
    return shelf
        .get(id)
        .thenApply(
            found -> {
              if (found.isEmpty()) return Ruling.unknown();
              Entry<T> entry = found.get();
              if (!may.test(entry.thing())) return Ruling.noRight();
              return new Ruling.Shown<>(entry.now(), all ? entry.history() : List.of());
            });
  }

  private Ruling<T> done(Versioned<T> now) {
    seen.accept(now);
    return new Ruling.Done<>(now);
  }

  private <R> CompletableFuture<R> tired() {
    return CompletableFuture.failedFuture(
        new StoreException(
            StoreException.Kind.BUSY, "others change this " + form.word() + " all the time"));
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }

  /**
   * An id made of the cause, so that a creation that is repeated finds what it made.
   *
   * @param first letter of it
   */
  public static String id(char first, String writeId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(writeId.getBytes(StandardCharsets.UTF_8));
      return first + HexFormat.of().formatHex(Objects.requireNonNull(hash), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
