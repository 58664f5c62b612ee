package ma.jisr.map.place;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The gazetteer in use. Whoever lives longer than a question holds this and asks {@link #now()}: an
 * import replaces the gazetteer as a whole, with everything that is {@link #made} of it. Readers
 * never wait; safe for use by several threads.
 */
public final class Places {
  private final List<WeakReference<Made<?>>> all = new ArrayList<>();
  private final Object teaching = new Object();
  private volatile Gazetteer now;
  private Map<String, String> taught = Map.of();

  public Places(Gazetteer first) {
    this.now = first;
  }

  public Gazetteer now() {
    return now;
  }

  /**
   * From now on this is the gazetteer. What is made of it is made on the calling thread, before
   * anybody sees it: some 100 ms for 45,000 places, so never on an event loop.
   */
  public synchronized void replace(Gazetteer next) {
    List<Made<?>> wanted = wanted();
    wanted.forEach(made -> made.prepare(next));
    synchronized (teaching) {
      teach(next);
      now = next;
    }
    wanted.forEach(Made::swap);
  }

  /**
   * Something that is made of the gazetteer, always of the present one, as long as somebody holds
   * what this gives.
   */
  public synchronized <T> Supplier<T> made(Function<Gazetteer, T> maker) {
    Made<T> made = new Made<>(maker, now);
    all.removeIf(old -> old.refersTo(null));
    all.add(new WeakReference<>(made));
    return made;
  }

  private List<Made<?>> wanted() {
    List<Made<?>> wanted = new ArrayList<>();
    for (WeakReference<Made<?>> each : all) {
      Made<?> made = each.get();
      if (made != null) wanted.add(made);
    }
    return wanted;
  }

  /**
   * Replaces all spellings that operators taught.
   *
   * @param spellings each with the id of its place; what is no place here waits until it is one
   */
  public void teach(Map<String, String> spellings) {
    // A lock of its own, never held for long: lessons come on an event loop.
    synchronized (teaching) {
      taught = Map.copyOf(spellings);
      teach(now);
    }
  }

  private void teach(Gazetteer gazetteer) {
    Map<String, Place> known = new HashMap<>();
    taught.forEach(
        (spelling, id) -> gazetteer.place(id).ifPresent(place -> known.put(spelling, place)));
    gazetteer.learnt().replace(known);
  }

  /** One thing made of the gazetteer, and the next one until it is seen. */
  private static final class Made<T> implements Supplier<T> {
    private final Function<Gazetteer, T> maker;
    private volatile T present;
    private T next;

    Made(Function<Gazetteer, T> maker, Gazetteer of) {
      this.maker = maker;
      this.next = maker.apply(of);
      this.present = next;
    }

    void prepare(Gazetteer of) {
      next = maker.apply(of);
    }

    void swap() {
      present = next;
    }

    @Override
    public T get() {
      return present;
    }
  }
}
