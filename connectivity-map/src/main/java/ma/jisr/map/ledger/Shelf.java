package ma.jisr.map.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Pending;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things of one form in the store, to be read. Nothing here blocks; only a {@link Ledger} and
 * batches write.
 */
public final class Shelf<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Store store;
  private final Form<T> form;
  private final Map<String, T> samples;
  private final BatchView view;
  private final Pending pending;

  /** The last reading of all that was asked for. */
  private final AtomicReference<CompletableFuture<?>> readings =
      new AtomicReference<>(CompletableFuture.completedFuture(null));

  /**
   * @param samples by id, listed beside the stored ones, which win over them; empty in production
   */
  public Shelf(Store store, Form<T> form, Map<String, T> samples) {
    this.store = store;
    this.form = form;
    this.samples = Map.copyOf(samples);
    this.view = new BatchView(store);
    this.pending = new Pending(store);
  }

  public Form<T> form() {
    return form;
  }

  /** The thing of a document; empty for a damaged one, which must not take the others away. */
  public Optional<Versioned<T>> read(Document document) {
    try {
      T thing = form.read(document.id(), JsonFields.parse(document.json()));
      return Optional.of(new Versioned<>(thing, document.version()));
    } catch (IllegalArgumentException e) {
      LOG.warn("{} {} is left out: {}", form.word(), document.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /** One with its history, as batches let it be seen; an untouched sample has none. */
  public CompletableFuture<Optional<Entry<T>>> get(String id) {
    return pending
        .read(form.spec().name(), List.of(id))
        .thenApply(found -> entry(id, Optional.ofNullable(found.get(id))));
  }

  /** The same for who is going to change it: what a batch says of it has been written then. */
  CompletableFuture<Optional<Entry<T>>> settled(String id) {
    return pending.settled(form.spec().name(), id).thenApply(found -> entry(id, found));
  }

  private Optional<Entry<T>> entry(String id, Optional<Document> found) {
    if (found.isPresent()) return found.map(document -> Entry.of(form, document));
    return Optional.ofNullable(samples.get(id)).map(sample -> Entry.unstored(form, sample));
  }

  /** Those of these ids that are stored, with their histories; damaged ones are left out. */
  public CompletableFuture<List<Entry<T>>> entries(List<String> ids) {
    return pending
        .read(form.spec().name(), ids)
        .thenApply(
            found -> {
              List<Entry<T>> entries = new ArrayList<>(found.size());
              for (Document document : found.values())
                if (read(document).isPresent()) entries.add(Entry.of(form, document));
              return entries;
            });
  }

  /** The things of these ids as everybody sees them, those out of use and samples too. */
  public CompletableFuture<Map<String, Versioned<T>>> getAll(Collection<String> ids) {
    return pending
        .read(form.spec().name(), ids)
        .thenApply(
            found -> {
              Map<String, Versioned<T>> all = new HashMap<>();
              for (String id : ids) {
                Document document = found.get(id);
                T sample = samples.get(id);
                if (document != null) read(document).ifPresent(thing -> all.put(id, thing));
                else if (sample != null) all.put(id, new Versioned<>(sample, 0));
              }
              return all;
            });
  }

  /**
   * Some of them in the order of their ids, those out of use too; no samples.
   *
   * @param next behind which to go on; "" when these were the last
   */
  public record Page<T>(List<Versioned<T>> things, String next) {
    public Page {
      things = List.copyOf(things);
    }
  }

  /**
   * @param after the id behind which to go on; "" to start
   */
  public CompletableFuture<Page<T>> page(String after, int limit) {
    return store
        .scan(form.spec().name(), after, limit)
        .thenApply(
            page -> {
              List<Versioned<T>> things = new ArrayList<>(page.size());
              for (Document document : page) read(document).ifPresent(things::add);
              return new Page<>(things, page.size() < limit ? "" : page.getLast().id());
            });
  }

  /** All of them by id, as batches let them be seen, and the samples that nobody has touched. */
  public CompletableFuture<Map<String, Versioned<T>>> all(Executor worker) {
    return view.read(form.spec().name(), this::read, worker)
        .thenApply(
            stored -> {
              Map<String, Versioned<T>> all = new HashMap<>();
              samples.forEach((id, sample) -> all.put(id, new Versioned<>(sample, 0)));
              all.putAll(stored);
              return all;
            });
  }

  /**
   * One reading of all at a time: what an earlier one has seen, a later one has not missed.
   *
   * @param reading begins it
   */
  public <R> CompletableFuture<R> inTurn(Supplier<CompletableFuture<R>> reading) {
    synchronized (readings) {
      CompletableFuture<R> next =
          readings.get().handle((_, _) -> true).thenCompose(_ -> reading.get());
      readings.set(next);
      return next;
    }
  }
}
