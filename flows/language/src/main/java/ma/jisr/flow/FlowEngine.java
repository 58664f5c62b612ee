package ma.jisr.flow;

import java.time.Instant;
import ma.jisr.flow.input.Names;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
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
    world = new World(flows, operations, renderer, freeText, guess, settings, new Names());
  }

  /**
   * One turn.
   *
   * @param inputId unique among the person's inputs; ids made within the turn derive from it, so
   *     that stepping again makes the same ones
   * @param now on the owner's clock
   */
  public Turn step(Person person, Input input, String inputId, Instant now) {
    Draft draft = new Draft(world, person, inputId, now, here(input));
    switch (input) {
      case Input.Begin begin -> new Opening(draft).begin(begin.via(), begin.dialled());
      case Input.Said said -> new Hearing(draft).said(said.via(), new Typed(said.text()));
      case Input.Closed closed -> closed(draft, closed.dialogue());
      case Input.Answered answered -> calling(draft).answered(answered.call(), answered.result());
      case Input.Unanswered unanswered -> calling(draft).unanswered(unanswered.call());
      case Input.Fired fired -> fired(draft, fired.timer());
      case Input.Raised raised -> new Telling(draft).raised(raised.event());
      case Input.Told told -> new Telling(draft).told(told.notice(), told.way());
    }
    ProfileNews.tell(draft, person.profile());
    return draft.turn();
  }

  private static String here(Input input) {
    return switch (input) {
      case Input.Begin begin -> begin.here();
      case Input.Said said -> said.here();
      default -> "";
    };
  }

  /**
   * Whether a text is to be taken for a PIN: nothing but 4 to 6 digits while the question open on
   * that way expects no such value, or a sentence that tells one ("mon code est 1234"). Asked
   * before anything is written: the text must then be kept nowhere, not even in a log; {@link
   * #step} answers it with a warning and counts it.
   */
  public boolean looksLikePin(Person person, Via via, String text) {
    Typed typed = new Typed(text);
    if (!PinWords.hasDigits(typed.digits())) return false;
    Draft draft = new Draft(world, person, "", Instant.EPOCH, "");
    draft.hear(via);
    return Pins.looksLike(draft, typed);
  }

  private static Calling calling(Draft draft) {
    return new Calling(draft, new Walking(draft));
  }

  private static void closed(Draft draft, String key) {
    Dialogue gone = draft.dialogue(key).orElse(null);
    draft.forgetDialogue(key);
    for (Conversation c : draft.conversations()) {
      boolean itsOwn = gone != null && c.id().equals(gone.conversation());
      if (itsOwn || c.state() == State.RELEASING) calling(draft).closed(c, gone);
    }
  }

  private static void fired(Draft draft, String timer) {
    if (!draft.takeTimer(timer)) return;
    String of = timer.substring(timer.indexOf(':') + 1);
    if (timer.startsWith("late:")) calling(draft).late(timer);
    Conversation c = draft.conversation(of).orElse(null);
    if (c == null) return;
    draft.focus(c);
    if (timer.startsWith("after:")) calling(draft).closed(c, null);
    boolean waits = c.state() == State.WAITING && timer.startsWith("wait:");
    if (waits && draft.step().orElse(null) instanceof Step.Wait wait)
      new Walking(draft).to(wait.late() == null ? wait.then() : wait.late());
  }
}
