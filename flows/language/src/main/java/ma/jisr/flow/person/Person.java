package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
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
 */
public record Person(
    String id,
    Profile profile,
    List<Dialogue> dialogues,
    List<Conversation> conversations,
    List<PendingCall> calls,
    List<Timer> timers) {
  /**
   * More would be forgotten by the person anyway; the oldest that holds no pending call is dropped.
   */
  public static final int MAX_CONVERSATIONS = 8;

  public Person {
    dialogues = List.copyOf(dialogues);
    conversations = List.copyOf(conversations);
    calls = List.copyOf(calls);
    timers = List.copyOf(timers);
  }

  /** Somebody of whom nothing is known. */
  public static Person unknown(String id) {
    return new Person(id, Profile.EMPTY, List.of(), List.of(), List.of(), List.of());
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
