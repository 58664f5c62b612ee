package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.flow.Input;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import org.jspecify.annotations.Nullable;

/** What waits in a person's mailbox. */
sealed interface Work {
  /** What the store calls the write that this causes. */
  String mark();

  /** Where somebody may be reached of whom nothing is stored; null where that is not known. */
  default @Nullable Address from() {
    return null;
  }

  /** Something that a channel brought. */
  record Arrived(
      Inbound inbound, Input input, String mark, Acknowledgement acknowledgement, boolean resolved)
      implements Work {
    /** Whether it is a message whose sender counts, so that equal ones are one. */
    boolean counted() {
      return inbound.words() == null;
    }

    /** Whose alias the store has just told, so that nobody can have forgotten the person since. */
    Arrived asResolved() {
      return new Arrived(inbound, input, mark, acknowledgement, true);
    }

    @Override
    public Address from() {
      return inbound.from();
    }
  }

  /** Something that the gateway itself noticed: an answer, a silence, a timer. */
  record Happened(Input input, String mark) implements Work {
    /** Whether the person still waits for it at this instant; a stale one is a no-op. */
    boolean awaited(Person person, Instant now) {
      return switch (input) {
        case Input.Answered answered -> pending(person, answered.call());
        case Input.Unanswered silent -> pending(person, silent.call());
        case Input.Fired fired ->
            person.timers().stream()
                .anyMatch(t -> t.id().equals(fired.timer()) && !t.at().isAfter(now));
        default -> true;
      };
    }

    private static boolean pending(Person person, String call) {
      return person.calls().stream().map(PendingCall::id).anyMatch(call::equals);
    }
  }

  /** Something that a service, or somebody else's conversation, has handed in. */
  record Handed(InboxRow row, String mark) implements Work {
    @Override
    public @Nullable Address from() {
      return row.address();
    }
  }

  /** No turn: calls whose time has come are started again, sent entries leave the outbox. */
  record Upkeep(String mark) implements Work {}

  /**
   * No turn: the gateway itself changes what is kept of somebody.
   *
   * @param done whether it was done; failed when nobody knows
   */
  record Amend(String mark, Amendment what, CompletableFuture<Boolean> done) implements Work {}

  /** No turn: somebody who was heard once is forgotten, if nothing waits for them. */
  record Forget(String mark) implements Work {}
}
