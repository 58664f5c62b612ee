package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to a payment, line by line; born in the write that it tells of, copied out
 * later. Immutable; all of it stays in the payment's document.
 *
 * @param entries in their order, each tied to the one before
 * @param copied how many have been copied out
 */
public record Journal(List<Entry> entries, int copied) {
  static final Journal EMPTY = new Journal(List.of(), 0);

  public Journal {
    entries = List.copyOf(entries);
  }

  /** The hash of the last line; "" where there is none. */
  public String head() {
    return entries.isEmpty() ? "" : entries.getLast().hash();
  }

  Journal with(
      String payment,
      Instant at,
      String by,
      String what,
      State from,
      State to,
      long centimes,
      String of) {
    String evidence = plain(of);
    Entry entry =
        new Entry(entries.size() + 1, at, by, what, from, to, centimes, evidence, head(), "");
    List<Entry> all = new ArrayList<>(entries);
    all.add(entry.sealed(payment));
    return new Journal(all, copied);
  }

  Journal copied(int upTo) {
    return new Journal(entries, Math.max(copied, upTo));
  }

  /** Those that are still to be copied out. */
  List<Entry> uncopied() {
    return entries.subList(Math.min(copied, entries.size()), entries.size());
  }

  /** What is wrong with it; empty when each line ties to the one before and none was changed. */
  Optional<String> flaw(String payment) {
    String before = "";
    State state = State.CREATED;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.seq() != i + 1) return Optional.of("line " + (i + 1) + " is missing");
      if (!entry.before().equals(before)) return Optional.of("line " + entry.seq() + " is untied");
      if (!entry.holds(payment)) return Optional.of("line " + entry.seq() + " was changed");
      if (entry.from() != state) return Optional.of("line " + entry.seq() + " skips a state");
      before = entry.hash();
      state = entry.to();
    }
    return Optional.empty();
  }

  /** One line, short: what a provider says may hold anything. */
  private static String plain(String of) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < of.length() && out.length() < Entry.MAX_OF; i++) {
      char c = of.charAt(i);
      out.append(c < ' ' || c == 0x7F || Character.isSurrogate(c) ? ' ' : c);
    }
    return out.toString();
  }
}
