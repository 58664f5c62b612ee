package ma.jisr.base;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A set of a few things, and of none most of the time: it takes 16 bytes then, a quarter of what a
 * {@link java.util.HashSet} does, and there are a hundred thousand of each. It looks through all of
 * them, so it is not for more than some dozens. In the order in which they came; not thread-safe.
 *
 * @param <E> what is in it; never null
 */
public final class Few<E> extends AbstractSet<E> {
  private static final Object[] NONE = {};

  private Object[] all = NONE;

  @Override
  public int size() {
    return all.length;
  }

  @Override
  public boolean contains(Object one) {
    return at(one) >= 0;
  }

  @Override
  public boolean add(E one) {
    if (contains(one)) return false;
    all = Arrays.copyOf(all, all.length + 1);
    all[all.length - 1] = one;
    return true;
  }

  @Override
  public boolean remove(Object one) {
    int at = at(one);
    if (at >= 0) remove(at);
    return at >= 0;
  }

  @Override
  public void clear() {
    all = NONE;
  }

  private int at(Object one) {
    for (int i = 0; i < all.length; i++) if (all[i].equals(one)) return i;
    return -1;
  }

  private void remove(int at) {
    if (all.length == 1) {
      all = NONE;
      return;
    }
    Object[] left = Arrays.copyOf(all, all.length - 1);
    System.arraycopy(all, at + 1, left, at, left.length - at);
    all = left;
  }

  @Override
  public Iterator<E> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < all.length;
      }

      @Override
      @SuppressWarnings("unchecked") // nothing but add puts anything in
      public E next() {
        if (!hasNext()) throw new NoSuchElementException();
        return (E) all[next++];
      }

      @Override
      public void remove() {
        if (next == 0) throw new IllegalStateException("nothing has been told yet");
        Few.this.remove(--next);
      }
    };
  }
}
