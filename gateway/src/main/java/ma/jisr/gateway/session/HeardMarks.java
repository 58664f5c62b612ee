package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a person's last inputs, oldest first, at most {@link #MOST}, joined in one text: a
 * mark by itself is two objects, and with as many people in memory as it holds each object costs
 * the collector and the processor's caches more than looking for a separator (decision 0353).
 * Immutable.
 */
public final class HeardMarks {
  /** Marks kept: more than a person has in flight on all channels together. */
  public static final int MOST = 16;

  static final HeardMarks NONE = new HeardMarks("");

  /** Behind each mark; no mark has it. */
  private static final char END = '\n';

  private final String joined;

  private HeardMarks(String joined) {
    this.joined = joined;
  }

  /** The newest of these, oldest first. */
  static HeardMarks of(List<String> marks) {
    StringBuilder joined = new StringBuilder();
    for (String mark : marks.subList(Math.max(0, marks.size() - MOST), marks.size()))
      joined.append(mark).append(END);
    return joined.isEmpty() ? NONE : new HeardMarks(joined.toString());
  }

  /** All, oldest first. */
  public List<String> list() {
    List<String> marks = new ArrayList<>(MOST);
    for (int from = 0; from < joined.length(); from = end(from) + 1)
      marks.add(joined.substring(from, end(from)));
    return marks;
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /** Whether the newest is this one. */
  boolean endsWith(String mark) {
    int from = joined.length() - mark.length() - 1;
    return from >= 0
        && joined.startsWith(mark, from)
        && (from == 0 || joined.charAt(from - 1) == END);
  }

  /** Whether one of them is of the same input. */
  boolean have(String mark) {
    for (int from = 0; from < joined.length(); from = end(from) + 1)
      if (Marks.same(joined, from, end(from), mark)) return true;
    return false;
  }

  /** Those of the same words, newest first. */
  List<String> ofSameWords(String mark) {
    List<String> same = new ArrayList<>(1);
    for (int from = 0; from < joined.length(); from = end(from) + 1)
      if (Marks.sameWords(joined, from, end(from), mark))
        same.addFirst(joined.substring(from, end(from)));
    return same;
  }

  /** With a newer one; the oldest goes where there are too many. */
  HeardMarks and(String mark) {
    boolean full = joined.chars().filter(c -> c == END).count() >= MOST;
    return new HeardMarks((full ? joined.substring(end(0) + 1) : joined) + mark + END);
  }

  private int end(int from) {
    return joined.indexOf(END, from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeardMarks marks && joined.equals(marks.joined);
  }

  @Override
  public int hashCode() {
    return joined.hashCode();
  }

  @Override
  public String toString() {
    return list().toString();
  }
}
