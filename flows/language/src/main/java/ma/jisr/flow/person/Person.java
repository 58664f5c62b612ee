package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
import ma.jisr.flow.signal.Event;
import org.jspecify.annotations.Nullable;

/**
 * One person: profile, dialogues, conversations, pending calls and timers. The unit of every turn,
 * immutable. The gateway keeps it inside its person document, beside the outbox and the ids of the
 * last inputs.
 *
 * @param id random; never derived from an address
 * @param profile language, scripts proved, places, consent
 * @param dialogues the open ones, at most one per kind of channel
 * @param conversations the open ones, most recent first, at most {@link #MAX_CONVERSATIONS}
 * @param calls that have not been answered
 * @param timers that have not fired
 * @param replies where texts go that answer nothing: the links last used, the newest first, at most
 *     one per kind of channel
 * @param events that nobody has waited for yet, oldest first, at most {@link #MAX_EVENTS}
 */
public record Person(
    String id,
    Profile profile,
    List<Dialogue> dialogues,
    List<Conversation> conversations,
    List<PendingCall> calls,
    List<Timer> timers,
    List<Reply> replies,
    List<Event> events) {
  /**
   * More would be forgotten by the person anyway; the oldest that holds no pending call is dropped.
   */
  public static final int MAX_CONVERSATIONS = 8;

  /** Events kept: one for each conversation that may come to wait; then the oldest is dropped. */
  public static final int MAX_EVENTS = 8;

  public Person {
    dialogues = List.copyOf(dialogues);
    conversations = List.copyOf(conversations);
    calls = List.copyOf(calls);
    timers = List.copyOf(timers);
    replies = List.copyOf(replies);
    events = List.copyOf(events);
  }

  /** Somebody of whom nothing is known. */
  public static Person unknown(String id) {
    return of(id, Profile.EMPTY);
  }

  /** Somebody of whom nothing is known but this. */
  public static Person of(String id, Profile profile) {
    return new Person(
        id, profile, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public Person withProfile(Profile known) {
    return new Person(id, known, dialogues, conversations, calls, timers, replies, events);
  }

  public Person withDialogues(List<Dialogue> open) {
    return new Person(id, profile, open, conversations, calls, timers, replies, events);
  }

  public Person withConversations(List<Conversation> open) {
    return new Person(id, profile, dialogues, open, calls, timers, replies, events);
  }

  public Person withCalls(List<PendingCall> pending) {
    return new Person(id, profile, dialogues, conversations, pending, timers, replies, events);
  }

  public Person withTimers(List<Timer> set) {
    return new Person(id, profile, dialogues, conversations, calls, set, replies, events);
  }

  /**
   * The earliest instant at which anyone must look: a timer or a call to repeat; null when there is
   * none.
   */
  public @Nullable Instant due() {
    Instant least = null;
    for (Timer timer : timers) if (least == null || timer.at().isBefore(least)) least = timer.at();
    for (PendingCall call : calls)
      if (least == null || call.retryAt().isBefore(least)) least = call.retryAt();
    return least;
  }
}
