package ma.jisr.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Assurance;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Goes from step to step of the conversation in focus until it waits or ends. */
final class Walking {
  /** A turn that goes on longer runs in a circle. */
  static final int MAX_STEPS = 100;

  /** Returned by a step at which the conversation waits. */
  static final String WAIT = "@wait";

  private final Draft draft;
  private final Showing showing;
  private final Values values;

  Walking(Draft draft) {
    this.draft = draft;
    this.showing = new Showing(draft);
    this.values = new Values(draft);
  }

  /**
   * Goes to a step and on from it.
   *
   * @param step null behind the last
   */
  void to(@Nullable String step) {
    String next = step;
    for (int n = 0; n < MAX_STEPS; n++) {
      if (WAIT.equals(next)) return;
      if (Step.HOME.equals(next)) {
        home();
        return;
      }
      Step at = next == null ? null : draft.flow().steps().get(next);
      next = at == null ? ended() : run(at);
    }
    draft.count("circle", draft.speaking().frame().step());
    draft.say("slow");
    home();
  }

  private @Nullable String run(Step step) {
    // What has moved to SMS stays there until its question is asked.
    boolean moved = draft.speaking().state() == State.MOVED;
    draft.update(
        Held.state(
            Held.at(draft.speaking(), step, draft.flow().hash()),
            moved ? State.MOVED : State.ASKING,
            draft.now()));
    return switch (step) {
      case Step.Ask ask -> new Asking(draft, this).open(ask);
      case Step.Say say -> {
        say(say.message());
        yield say.then();
      }
      case Step.Call call -> new Calling(draft, this).make(call);
      case Step.When when -> branch(when);
      case Step.Go go -> enter(go);
      case Step.Wait wait -> await(wait);
      case Step.Notify notify -> notify(notify);
      case Step.End end -> end(end);
    };
  }

  /** Says a message of the flow, with its values as they are now. */
  void say(String name) {
    draft.say(said(name));
  }

  private Dialogue.Said said(String name) {
    Message message = Objects.requireNonNull(draft.flow().messages().get(name));
    return new Dialogue.Said(draft.flow().id(), name, values.placeholders(message));
  }

  private @Nullable String branch(Step.When when) {
    String word = values.of(when.value()).map(Values::word).orElse("");
    String target = when.is().get(word);
    if (target != null) return target;
    return when.otherwise() == null ? when.then() : when.otherwise();
  }

  private @Nullable String enter(Step.Go go) {
    Conversation c = draft.speaking();
    Flow inner = draft.world().flows().named(go.flow()).orElse(null);
    if (inner == null || c.callers().size() >= Conversation.MAX_CALLERS) {
      draft.count("no_flow", go.name());
      return go.then();
    }
    List<Frame> callers = new ArrayList<>(c.callers());
    callers.add(c.frame());
    Frame frame = new Frame(inner.id(), inner.hash(), "", "", values.all(go.with()), "", List.of());
    draft.update(Held.callers(Held.with(c, frame), callers));
    return inner.steps().firstEntry().getKey();
  }

  private String await(Step.Wait wait) {
    Conversation c = Held.state(draft.speaking(), State.WAITING, draft.now());
    draft.update(c);
    if (wait.time() != null) draft.timer("wait:" + c.id(), draft.now().plus(wait.time()));
    boolean speaking = draft.dialogue().filter(Dialogue::awaiting).isPresent();
    if (speaking && draft.silent()) draft.say("waiting");
    showing.last();
    return WAIT;
  }

  private @Nullable String notify(Step.Notify notify) {
    Conversation c = draft.speaking();
    boolean self =
        notify.to() instanceof ma.jisr.flow.model.Expression.Path path
            && path.names().equals(List.of("user"));
    if (self) {
      showing.copy(List.of(said(notify.message())));
    } else {
      Value to = values.of(notify.to()).orElse(null);
      Message message = Objects.requireNonNull(draft.flow().messages().get(notify.message()));
      String key = c.id() + "/" + notify.name() + "/" + Held.visits(c, notify.name());
      if (to != null)
        draft.effect(
            new Effect.Tell(
                to, draft.flow().id(), notify.message(), values.placeholders(message), key));
      draft.update(Held.visited(c, c.frame().flow(), notify.name()));
    }
    return notify.then();
  }

  private @Nullable String end(Step.End end) {
    if (end.message() != null) {
      say(end.message());
      boolean ussd = draft.kind() == ChannelKind.USSD && draft.dialogue().isPresent();
      if (end.copySms() && ussd && !draft.flow().personal())
        showing.copy(List.of(said(end.message())));
    }
    return ended();
  }

  /** The flow is over: back to the one that ran it, or the conversation is done. */
  private @Nullable String ended() {
    Conversation c = draft.speaking();
    if (!c.callers().isEmpty()) {
      List<Frame> callers = new ArrayList<>(c.callers());
      Frame outer = callers.removeLast();
      draft.update(Held.callers(Held.with(c, outer), callers));
      Step go = draft.flow().steps().get(outer.step());
      return go == null ? null : go.then();
    }
    String dialled = draft.dialogue().map(Dialogue::dialled).orElse("");
    if (!dialled.isEmpty()) {
      draft.drop(c);
      new Opening(draft).dialled(dialled);
      return WAIT;
    }
    showing.last();
    draft.drop(c);
    return WAIT;
  }

  /** The main menu; the conversation is over. */
  private void home() {
    Conversation c = draft.speaking();
    if (!draft.pending(c)) {
      boolean spoken = draft.kind() != ChannelKind.USSD && !draft.silent();
      if (spoken) showing.last();
      draft.drop(c);
      if (spoken) return;
    }
    if (draft.dialogue().isPresent()) showing.menu();
  }

  /** Whether the way of this turn is sure enough; says what to do when it is not. */
  boolean assured(@Nullable Assurance... needed) {
    Assurance has = draft.assurance();
    for (Assurance need : needed) {
      if (need != null && has.compareTo(need) < 0) {
        draft.say("needs", Map.of("code", showing.code()));
        showing.last();
        draft.detach();
        return false;
      }
    }
    return true;
  }

  /** The conversation waits, with what has been said as the last words of the dialogue. */
  void rest(State state) {
    Instant now = draft.now();
    draft.update(Held.state(draft.speaking(), state, now));
    showing.last();
  }
}
