package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Timer;

/**
 * The mark of somebody who was heard once and never again: a timer of the gateway's own, taken away
 * by the second input. When it rings the person is forgotten, so that a flood from invented numbers
 * leaves nothing behind.
 */
final class FirstContact {
  /** No flow names a timer so. */
  private static final String TIMER = "@first";

  private FirstContact() {}

  /** The person after the first input. */
  static Person met(Person person, Instant until) {
    List<Timer> timers = new ArrayList<>(person.timers());
    timers.add(new Timer(TIMER, until));
    return with(person, timers);
  }

  /** The person after any other. */
  static Person again(Person person) {
    if (!marked(person)) return person;
    List<Timer> timers = new ArrayList<>(person.timers());
    timers.removeIf(FirstContact::is);
    return with(person, timers);
  }

  static boolean is(Timer timer) {
    return timer.id().equals(TIMER);
  }

  private static boolean marked(Person person) {
    for (Timer timer : person.timers()) if (is(timer)) return true;
    return false;
  }

  /**
   * Whether nothing would be missed: no call and no event is waited for, and nobody has asked to be
   * left alone, which must outlast a day. Whether a message is still to go the postman knows.
   */
  static boolean over(PersonDocument document, Instant now) {
    Person person = document.person();
    for (Timer timer : person.timers()) if (!is(timer) || timer.at().isAfter(now)) return false;
    for (Conversation conversation : person.conversations())
      if (conversation.state() == Conversation.State.WAITING) return false;
    return marked(person) && !person.profile().stopped() && person.calls().isEmpty();
  }

  private static Person with(Person person, List<Timer> timers) {
    return new Person(
        person.id(),
        person.profile(),
        person.dialogues(),
        person.conversations(),
        person.calls(),
        timers,
        person.replies(),
        person.events());
  }
}
