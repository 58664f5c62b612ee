package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act of staff at a counter: first decided and written into the counter's document, then done
 * to the tickets, then closed there, so that whoever finds it half done goes on with the same.
 *
 * @param key of the call
 * @param act what they wanted
 * @param at when
 * @param service of which the next was wanted; null for whichever comes first
 * @param moves what it does to tickets; once closed, what it did
 * @param undone whether it has been taken back
 */
record Deed(
    String key, Act act, Instant at, @Nullable String service, List<Move> moves, boolean undone) {
  Deed {
    moves = List.copyOf(moves);
  }

  Deed with(List<Move> other) {
    return new Deed(key, act, at, service, other, undone);
  }

  Deed takenBack() {
    return new Deed(key, act, at, service, moves, true);
  }

  /** The ticket that staff are told of: the one that came, else the one that it was about. */
  @Nullable Move main() {
    for (Move move : moves) if (move.kind().comes()) return move;
    return moves.isEmpty() ? null : moves.getLast();
  }
}
