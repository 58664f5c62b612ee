package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes up a shared phone next is not to find: texts that wait to be sent,
 * conversations to be resumed, last places, events kept for later. What is under way stays until it
 * has ended: money is not hidden in the middle of a payment.
 */
final class Hiding {
  private Hiding() {}

  /**
   * The document without all that.
   *
   * @param speaking the conversation in which it was asked for, which goes on
   * @return null where there is nothing to hide
   */
  static @Nullable PersonDocument of(PersonDocument document, String speaking) {
    Person person = document.person();
    Set<String> stay = new HashSet<>();
    stay.add(speaking);
    for (PendingCall call : person.calls()) stay.add(call.conversation());
    List<Conversation> conversations =
        person.conversations().stream().filter(c -> stay.contains(c.id())).toList();
    Set<String> gone = new HashSet<>();
    for (Conversation c : person.conversations()) if (!stay.contains(c.id())) gone.add(c.id());
    List<Timer> timers = new ArrayList<>(person.timers());
    timers.removeIf(timer -> gone.stream().anyMatch(timer.id()::contains));
    List<Dialogue> dialogues = new ArrayList<>();
    for (Dialogue d : person.dialogues())
      if (d.conversation() == null || !gone.contains(d.conversation())) dialogues.add(d);
    Person hidden =
        new Person(
            person.id(),
            person.profile().asking(List.of()),
            dialogues,
            conversations,
            person.calls(),
            timers,
            person.replies(),
            List.of());
    boolean same = hidden.equals(person) && document.outbox().isEmpty();
    return same ? null : document.with(hidden, document.addresses(), List.of(), document.heard());
  }
}
