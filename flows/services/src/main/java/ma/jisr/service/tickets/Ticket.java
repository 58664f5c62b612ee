package ma.jisr.service.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a queue. Immutable; changed by an {@link Edit} through {@link TicketStore}.
 *
 * @param id the once key of the call that took it
 * @param wish what it was asked for
 * @param number that people know it by, 1 and up in its shop and day; 0 until it has been given one
 * @param state where it is
 * @param turn its place in the line: who has less is called before
 * @param from before then it is not called: the slot, or until when its holder lets others pass;
 *     null for at once
 * @param travel minutes that its holder needs to come; 0 when they have not said
 * @param missed how often it was called and nobody came
 * @param delays how often its holder has let others pass
 * @param counter where it was called; "" before
 * @param at when it came into each of its states, the last time
 * @param told when its holder was told what, the last time
 * @param unreached whether the last message could not be delivered
 * @param keys the last calls that changed it, so that none does so twice
 * @param seq how often it has been changed
 * @param due when somebody must look at it; null at its end
 * @param refused why it never was one; null unless it is {@link State#REFUSED}
 * @param promised what its holder was told when it was taken; null before
 */
public record Ticket(
    String id,
    Wish wish,
    int number,
    State state,
    long turn,
    @Nullable Instant from,
    int travel,
    int missed,
    int delays,
    String counter,
    Map<State, Instant> at,
    Map<Told, Instant> told,
    boolean unreached,
    List<String> keys,
    int seq,
    @Nullable Instant due,
    @Nullable String refused,
    @Nullable Estimate promised) {
  /** Longest id, characters: it names the ticket in events, whose limit it is. */
  public static final int MAX_ID = 64;

  public Ticket {
    at = at.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(at));
    told = told.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(told));
    keys = List.copyOf(keys);
  }

  /** One that has been asked for, before it has a number. */
  static Ticket asked(String id, Wish wish, int travel, Instant now, Instant due) {
    return new Ticket(
        id,
        wish,
        0,
        State.BOOKED,
        0,
        wish.slot() == null ? null : wish.slot().from(),
        travel,
        0,
        0,
        "",
        Map.of(State.BOOKED, now),
        Map.of(),
        false,
        List.of(),
        0,
        due,
        null,
        null);
  }

  /** Whether it has a number and its holder waits. */
  @JsonIgnore
  public boolean isLive() {
    return number > 0 && state.open();
  }

  @Override
  public String toString() {
    return "Ticket[" + wish.shop() + ' ' + number + ' ' + state + ']';
  }
}
