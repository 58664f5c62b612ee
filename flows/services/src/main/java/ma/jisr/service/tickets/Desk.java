package ma.jisr.service.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A counter of a shop on one day.
 *
 * @param counter its name
 * @param ticket who is there; null for nobody
 * @param number of that ticket; 0 for nobody
 * @param service of the last ticket; "" before the first
 * @param since when they were called; null for nobody
 * @param worked when something was last done here; null for never
 * @param any whether it takes whoever comes first, whatever the service
 * @param open an act that is being done; null for none
 * @param past the last acts, oldest first, so that none is done twice
 */
record Desk(
    String counter,
    @Nullable String ticket,
    int number,
    String service,
    @Nullable Instant since,
    @Nullable Instant worked,
    boolean any,
    @Nullable Deed open,
    List<Deed> past) {
  /** Acts remembered: more than are under way at once. */
  private static final int PAST = 8;

  Desk {
    past = List.copyOf(past);
  }

  static Desk unused(String counter) {
    return new Desk(counter, null, 0, "", null, null, true, null, List.of());
  }

  /** An act that has been done before; null when it has not. */
  @Nullable Deed did(String key) {
    for (Deed deed : past) if (deed.key().equals(key)) return deed;
    return null;
  }

  /** The last act. */
  @JsonIgnore
  @Nullable Deed last() {
    return past.isEmpty() ? null : past.getLast();
  }

  Desk doing(Deed deed) {
    return new Desk(counter, ticket, number, service, since, worked, any, deed, past);
  }

  /** With the open act closed: these of its moves were made. */
  Desk done(Deed deed, List<Move> made) {
    List<Deed> all = new ArrayList<>(past);
    if (deed.act() == Act.UNDO && !all.isEmpty())
      all.set(all.size() - 1, all.getLast().takenBack());
    all.add(deed.with(made));
    if (all.size() > PAST) all.removeFirst();
    String there = ticket;
    int shown = number;
    String what = service;
    Instant from = since;
    for (Move move : made)
      if (move.kind().leaves() && move.ticket().equals(there)) {
        there = null;
        shown = 0;
        from = null;
      }
    for (Move move : made)
      if (move.kind().comes()) {
        there = move.ticket();
        shown = move.number();
        what = move.service();
        from = deed.at();
      }
    boolean whichever = deed.act() == Act.NEXT ? deed.service() == null : any;
    return new Desk(counter, there, shown, what, from, deed.at(), whichever, null, all);
  }
}
