package ma.jisr.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Assurance;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.signal.Tell;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Goes from step to step of the conversation in focus until it waits or ends. */
final class Walking {
  /** A turn that goes on longer runs in a circle. */
  static final int MAX_STEPS = 100;

  /** How long what one person's conversation tells another is worth sending. */
  private static final Duration NOTICE_LIFE = Duration.ofHours(24);

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
      Step at = next == null || next.equals(Step.OVER) ? null : draft.flow().steps().get(next);
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
        Held.at(draft.speaking(), step, draft.flow().hash())
            .withState(moved ? State.MOVED : State.ASKING, draft.now()));
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
    draft.update(c.withFrame(frame).withCallers(callers));
    return inner.steps().firstEntry().getKey();
  }

  private @Nullable String await(Step.Wait wait) {
    String event = wait.event();
    if (event != null) {
      Event early = draft.takeEvent(event, of(wait)).orElse(null);
      if (early != null) {
        happened(wait, early);
        return wait.then();
      }
    }
    Conversation c = draft.speaking().withState(State.WAITING, draft.now());
    draft.update(c);
    if (wait.time() != null) draft.timer("wait:" + c.id(), draft.now().plus(wait.time()));
    boolean speaking = draft.dialogue().filter(Dialogue::awaiting).isPresent();
    if (speaking && draft.silent()) draft.say("waiting");
    showing.last();
    return WAIT;
  }

  /** The thing whose event is waited for; "" for any. */
  String of(Step.Wait wait) {
    return wait.of() == null ? "" : values.of(wait.of()).map(Values::word).orElse("");
  }

  /** What is waited for has happened: its values are the newest. */
  void happened(Step.Wait wait, Event event) {
    Value.Item item = new Value.Item(event.name(), LocalText.same(event.name()), event.values());
    draft.update(Held.answered(draft.speaking(), wait.name(), item));
  }

  private @Nullable String notify(Step.Notify notify) {
    Conversation c = draft.speaking();
    boolean self =
        notify.to() instanceof Expression.Path path && path.names().equals(List.of("user"));
    if (self) {
      Reply way = notify.by() == null ? c.reply() : draft.reply(notify.by()).orElse(c.reply());
      showing.beside(way, List.of(said(notify.message())), draft.feature(), Urgency.REPLY, null);
    } else {
      values.of(notify.to()).ifPresent(to -> tell(notify, to));
    }
    return notify.then();
  }

  /** A phone is written to by SMS, whatever its number was said by. */
  private Reply way(Value to, Reply ours) {
    return to instanceof Value.Phone && ours.kind() == ChannelKind.CHAT
        ? new Reply(ChannelKind.SMS, ours.link(), draft.world().settings().smsCode())
        : ours;
  }

  private void tell(Step.Notify notify, Value to) {
    Conversation c = draft.speaking();
    Dialogue.Said said = said(notify.message());
    Notice notice =
        new Notice(
            said.flow(),
            said.message(),
            said.values(),
            notify.owed() ? Urgency.REPLY : Urgency.BULK,
            draft.now().plus(NOTICE_LIFE));
    new Calling(draft, this).tell(notify.name(), new Tell(to, notice, way(to, c.reply())));
  }

  private @Nullable String end(Step.End end) {
    if (end.message() != null) {
      say(end.message());
      boolean ussd = draft.kind() == ChannelKind.USSD && draft.dialogue().isPresent();
      if (end.copySms() && ussd && !draft.world().flows().personal(draft.speaking()))
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
      draft.update(c.withFrame(outer).withCallers(callers));
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
        if (draft.kind() == ChannelKind.CHAT) draft.say("needs_tie");
        else draft.say("needs", Map.of("code", showing.code()));
        showing.last();
        draft.detach();
        return false;
      }
    }
    return true;
  }

  /** Whether what needs a phone's number can begin here; said, where it cannot. */
  boolean tied() {
    return draft.kind() != ChannelKind.CHAT || assured(Assurance.LINKED);
  }

  /** The conversation waits, with what has been said as the last words of the dialogue. */
  void rest(State state) {
    Instant now = draft.now();
    draft.update(draft.speaking().withState(state, now));
    showing.last();
  }
}
