package ma.jisr.gateway.session;

import java.time.Instant;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Person;

/** What decides a turn: the flow engine in production, a script in tests. Pure and quick. */
public interface Stepper {
  /**
   * The person afterwards and what is to be done.
   *
   * @param inputId the same when the same input is stepped again, unique otherwise; ids of new
   *     things are made from it
   */
  Turn step(Person person, Input input, String inputId, Instant now);

  /**
   * Whether what the person said may be the PIN of a wallet. It is stepped all the same, but its
   * text must not come to rest anywhere.
   */
  boolean looksLikePin(Person person, Via via, String text);
}
