package ma.jisr.gateway.session;

import java.time.Instant;
import ma.jisr.flow.Input;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;

/** What waits in a person's mailbox. */
sealed interface Work {
  /** What the store calls the write that this causes. */
  String mark();

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
  record Handed(InboxRow row, String mark) implements Work {}

  /** No turn: calls whose time has come are started again, sent entries leave the outbox. */
  record Upkeep(String mark) implements Work {}

  /** No turn: somebody who was heard once is forgotten, if nothing waits for them. */
  record Forget(String mark) implements Work {}
}
