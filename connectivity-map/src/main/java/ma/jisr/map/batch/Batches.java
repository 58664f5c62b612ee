package ma.jisr.map.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch.State;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * All batches: staged, published by one write, undone by one write. Every method blocks while the
 * store answers: never call it from an event loop. A {@link StoreException} leaves all or nothing
 * seen; the same call may be made again.
 */
public final class Batches {
  /** The collections of batches. */
  public static final List<CollectionSpec> SPECS = List.of(Heads.SPEC, Chunks.SPEC);

  /** Documents that one batch changes at most: four times what the country has of localities. */
  public static final int MOST_ROWS = 200_000;

  /** Characters of bodies in one batch: a fifth of the memory that the process is given. */
  public static final long MOST_CHARACTERS = 100_000_000;

  /** Batches that are kept at once: all heads are read when something is published. */
  public static final int MOST_BATCHES = 2_000;

  /** Readings of a head that somebody else keeps writing. */
  private static final int TRIES = 5;

  private final Heads heads;
  private final Chunks chunks;
  private final Settling settling;
  private final InstantSource clock;

  public Batches(Store store, InstantSource clock) {
    this.heads = new Heads(store);
    this.chunks = new Chunks(store);
    this.settling = new Settling(store, chunks);
    this.clock = clock;
  }

  /**
   * Keeps changes under the id that their hash gives, seen by nobody. The same changes again are
   * the same batch.
   *
   * @param collection whose documents they change
   * @param source where they come from, in words
   * @param actor who stages them
   * @param changes of distinct documents
   * @throws IllegalArgumentException when there are none, or more than a batch holds
   */
  public Batch stage(String collection, String source, String actor, List<Change> changes) {
    return stage(collection, source, actor, changes, Change::after);
  }

  /**
   * The same for changes that tell when they were made.
   *
   * @param likeness what a change is in itself, whoever makes it whenever
   */
  public Batch stage(
      String collection,
      String source,
      String actor,
      List<Change> staged,
      Function<Change, String> likeness) {
    check(staged);
    // By id, so that one is found among many without reading them all.
    List<Change> changes = staged.stream().sorted(Comparator.comparing(Change::id)).toList();
    String hash = hash(collection, changes, likeness);
    List<List<Change>> cut = Chunks.cut(changes);
    Batch head = begin(draft(collection, source, actor, changes, hash, cut.size()));
    if (head.state() != State.STAGING) return head;
    for (int number = 0; number < cut.size(); number++) {
      chunks.write(head, number, cut.get(number));
      if (!chunks.has(head, number)) throw unsettled(head);
    }
    Batch whole = head.to(State.STAGED, clock.instant());
    if (heads.replace(whole)) return whole;
    return heads
        .get(head.id())
        .filter(h -> h.state() == State.STAGED)
        .orElseThrow(() -> unsettled(head));
  }

  /** The head under which changes may be written, or the one that has them already. */
  private Batch begin(Batch draft) {
    for (int i = 0; i < TRIES; i++) {
      Batch stored = heads.get(draft.id()).orElse(null);
      if (stored == null) {
        if (heads.all().size() >= MOST_BATCHES)
          throw new IllegalArgumentException(
              "there are " + MOST_BATCHES + " batches already: those of old go by themselves");
        if (heads.insert(draft)) return draft;
      } else if (!stored.hash().equals(draft.hash())) {
        throw new IllegalArgumentException("batch " + draft.id() + " is another one");
      } else if (stored.state() == State.SWEPT) {
        sweep(stored);
      } else if (stored.state() == State.UNDONE || stored.state() == State.STAGING) {
        // Whoever was staging it has died, or will find that it is ours now.
        chunks.delete(stored);
        Batch again = draft.following(stored);
        if (heads.replace(again)) return again;
      } else {
        return stored;
      }
    }
    throw unsettled(draft);
  }

  /**
   * Shows a staged batch to all readers, by one write. What it says of documents is seen from then
   * on; {@link #finish()} writes it into them.
   *
   * @param may whether who publishes has a right to what lies in these areas
   */
  public Verdict publish(String id, Predicate<List<String>> may) {
    for (int i = 0; i < TRIES; i++) {
      Batch batch = heads.get(id).orElse(null);
      if (batch == null || batch.state() == State.SWEPT)
        return Verdict.refused(Verdict.Why.UNKNOWN);
      if (batch.state().isSeen()) return new Verdict.Done(batch);
      if (batch.state() != State.STAGED) return Verdict.refused(Verdict.Why.NOT_STAGED);
      if (!may(batch, may)) return Verdict.refused(Verdict.Why.NO_RIGHT);
      finish();
      List<String> stale = stale(batch);
      if (!stale.isEmpty()) return new Verdict.Refused(Verdict.Why.OVERTAKEN, stale);
      Batch published = batch.to(State.PUBLISHED, clock.instant());
      if (heads.replace(published)) return new Verdict.Done(published);
    }
    return Verdict.refused(Verdict.Why.OVERTAKEN);
  }

  /**
   * Takes a published batch back, by one write; {@link #finish()} restores the documents. What
   * somebody has edited since stays as it is, and is told by the head then.
   *
   * @param actor who undoes: bodies that keep a history tell it
   * @param may whether they have a right to what lies in these areas
   */
  public Verdict undo(String id, Actor actor, Predicate<List<String>> may) {
    for (int i = 0; i < TRIES; i++) {
      Batch batch = heads.get(id).orElse(null);
      if (batch == null || batch.state() == State.SWEPT)
        return Verdict.refused(Verdict.Why.UNKNOWN);
      if (batch.state() == State.UNDOING || batch.state() == State.UNDONE)
        return new Verdict.Done(batch);
      if (!batch.state().isSeen()) return Verdict.refused(Verdict.Why.NOT_PUBLISHED);
      if (!may(batch, may)) return Verdict.refused(Verdict.Why.NO_RIGHT);
      // One way is gone to its end before the other is begun.
      if (batch.state() == State.PUBLISHED) finish();
      else {
        Batch undoing = batch.undoing(new Batch.Undoer(actor.id(), actor.role()), clock.instant());
        if (heads.replace(undoing)) return new Verdict.Done(undoing);
      }
    }
    return Verdict.refused(Verdict.Why.OVERTAKEN);
  }

  /**
   * Writes into the documents what has been published or undone, oldest first. Call it after
   * either, and at every start; several nodes may do so at once.
   */
  public void finish() {
    for (Batch batch : pending(heads.all())) {
      Batch ended =
          batch
              .to(batch.state() == State.PUBLISHED ? State.APPLIED : State.UNDONE, clock.instant())
              .leaving(Batch.Left.of(settling.settle(batch)));
      // When it is not replaced, another node has ended it the same way.
      boolean unused = heads.replace(ended);
    }
  }

  public Optional<Batch> batch(String id) {
    return heads.get(id).filter(b -> b.state() != State.SWEPT);
  }

  /**
   * The ids of the documents that a batch touches, in their order; none of one that is not kept.
   */
  public List<String> ids(String id) {
    List<String> ids = new ArrayList<>();
    batch(id).ifPresent(b -> chunks.each(b, some -> some.forEach(c -> ids.add(c.id()))));
    return ids;
  }

  /** Those of a collection, newest first. */
  public List<Batch> list(String collection) {
    return heads.all().stream()
        .filter(b -> b.collection().equals(collection) && b.state() != State.SWEPT)
        .sorted(Comparator.comparing(Batch::staged).reversed().thenComparing(Batch::id))
        .toList();
  }

  /** Throws away what is too old to be published or undone; gives how many batches. */
  public int sweep() {
    int swept = 0;
    for (Batch batch : heads.all()) {
      if (batch.state() == State.SWEPT) sweep(batch);
      else if (Keeping.isOver(batch, clock.instant())) {
        Batch going = batch.to(State.SWEPT, clock.instant());
        if (!heads.replace(going)) continue;
        sweep(going);
        swept++;
      }
    }
    return swept;
  }

  private void sweep(Batch going) {
    chunks.delete(going);
    heads.delete(going);
  }

  /** What is pending, in the order in which it has to be gone through. */
  static List<Batch> pending(List<Batch> all) {
    return all.stream()
        .filter(b -> b.state().isPending())
        .sorted(Comparator.comparing(Keeping::since).thenComparing(Batch::id))
        .toList();
  }

  private boolean may(Batch batch, Predicate<List<String>> may) {
    Set<List<String>> areas = new HashSet<>();
    chunks.each(batch, changes -> changes.forEach(change -> areas.add(change.areas())));
    return areas.stream().allMatch(may);
  }

  /** Documents that somebody has written since the batch was staged on them. */
  private List<String> stale(Batch batch) {
    Set<String> stale = new HashSet<>();
    chunks.each(
        batch,
        changes -> {
          var stored = settling.stored(batch, changes);
          for (Change change : changes)
            if (Way.APPLY.standing(batch, change, stored.get(change.id())) != Way.Standing.OPEN)
              stale.add(change.id());
        });
    return stale.stream().sorted().toList();
  }

  private Batch draft(
      String collection,
      String source,
      String actor,
      List<Change> changes,
      String hash,
      int chunkCount) {
    int added = (int) changes.stream().filter(Change::isNew).count();
    String told =
        source.length() > Batch.MAX_SOURCE ? source.substring(0, Batch.MAX_SOURCE) : source;
    return new Batch(
        hash.substring(0, Batch.ID),
        0,
        collection,
        State.STAGING,
        1,
        hash,
        told,
        actor,
        clock.instant(),
        null,
        null,
        null,
        added,
        changes.size() - added,
        chunkCount,
        Batch.Left.NONE);
  }

  private static void check(List<Change> changes) {
    if (changes.isEmpty()) throw new IllegalArgumentException("there is nothing to change");
    if (changes.size() > MOST_ROWS)
      throw new IllegalArgumentException("more than " + MOST_ROWS + " rows: import it in parts");
    long size = 0;
    Set<String> ids = new HashSet<>();
    for (Change change : changes) {
      size += change.size();
      if (change.size() > Chunks.MOST_CHARACTERS || size > MOST_CHARACTERS)
        throw new IllegalArgumentException(
            "more than " + MOST_CHARACTERS + " characters: import it in parts");
      if (!ids.add(change.id())) throw new IllegalArgumentException("a document is changed twice");
    }
  }

  private static String hash(
      String collection, List<Change> changes, Function<Change, String> likeness) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(collection.getBytes(StandardCharsets.UTF_8));
      for (Change change : changes) {
        String row = '\n' + change.id() + ' ' + change.base() + ' ' + likeness.apply(change);
        digest.update(row.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static StoreException unsettled(Batch batch) {
    return new StoreException(
        StoreException.Kind.BUSY,
        "batch " + batch.id() + " is being written by another: again later");
  }
}
