package ma.jisr.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one reply in sixty-four, so that a fast answer that is not the answer does not count as
 * speed.
 */
public final class Witness implements Ear {
  private static final int EVERY = 64;

  /** Texts kept to be shown. */
  private static final int EXAMPLES = 5;

  private final Pattern expected;
  private final List<String> unexpected = new ArrayList<>();
  private long heard;
  private long read;
  private long wrong;

  /**
   * @param expected what every reply holds
   */
  public Witness(Pattern expected) {
    this.expected = expected;
  }

  @Override
  public void hears(Submit submit) {
    if (heard++ % EVERY != 0) return;
    read++;
    String text = submit.text();
    if (expected.matcher(text).find()) return;
    wrong++;
    if (unexpected.size() < EXAMPLES && !unexpected.contains(text)) unexpected.add(text);
  }

  /** Replies read. */
  public long read() {
    return read;
  }

  /** Replies that did not hold what was expected. */
  public long wrong() {
    return wrong;
  }

  /** Some of them. */
  public List<String> unexpected() {
    return List.copyOf(unexpected);
  }
}
