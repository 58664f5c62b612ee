package ma.jisr.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * The opaque texts that continue a list: a position, bound to the list that it is of by a keyed
 * hash. One that was made up, changed, or taken from another list is none. Callable from any
 * thread.
 */
public final class Cursors {
  /** Longest text read, characters: the longest position is an id and a sort value. */
  static final int MAX_TEXT = 512;

  private static final int MARK_BYTES = 16;

  private final Function<String, byte[]> mark;

  /**
   * @param mark the keyed hash of a text, {@link #MARK_BYTES} bytes; the same on all nodes
   */
  public Cursors(Function<String, byte[]> mark) {
    this.mark = mark;
  }

  /**
   * @param list all that the next page must have in common with this one
   * @param position where it begins
   */
  String write(String list, String position) {
    byte[] at = position.getBytes(UTF_8);
    byte[] whole = Arrays.copyOf(mark(list, position), MARK_BYTES + at.length);
    System.arraycopy(at, 0, whole, MARK_BYTES, at.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** The position; empty when this is no cursor of this list. */
  Optional<String> read(String list, String text) {
    if (text.length() > MAX_TEXT) return Optional.empty();
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (whole.length < MARK_BYTES) return Optional.empty();
    String position = new String(whole, MARK_BYTES, whole.length - MARK_BYTES, UTF_8);
    byte[] shown = Arrays.copyOf(whole, MARK_BYTES);
    return MessageDigest.isEqual(shown, mark(list, position))
        ? Optional.of(position)
        : Optional.empty();
  }

  private byte[] mark(String list, String position) {
    return mark.apply(list.length() + " " + list + position);
  }
}
