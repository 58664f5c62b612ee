package ma.jisr.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.signal.Tell;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Makes calls and takes their answers, whenever they come. */
final class Calling {
  /** A USSD session lives 30 s or more without an answer; people give up sooner. */
  private static final Duration WITHIN = Duration.ofSeconds(8);

  /** When a call is asked again if its answer or the node that waited for it is lost. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** A release that nobody reports is taken for done by then. */
  private static final Duration RELEASE = Duration.ofSeconds(3);

  private final Draft draft;
  private final Walking walking;
  private final Showing showing;

  Calling(Draft draft, Walking walking) {
    this.draft = draft;
    this.walking = walking;
    this.showing = new Showing(draft);
  }

  /** Runs a call step; gives the next one when nobody waits. */
  @Nullable String make(Step.Call call) {
    Map<String, Value> arguments = new Values(draft).all(call.with());
    if (OwnOperations.are(call.operation())) {
      OwnOperations.apply(draft, call.operation(), arguments);
      return call.then();
    }
    Operation operation = draft.world().operations().named(call.operation()).orElse(null);
    if (operation == null) return unknown(call.name());
    if (!walking.assured(call.needs(), operation.needs())) return Walking.WAIT;
    boolean open = draft.dialogue().filter(d -> d.via().kind() == ChannelKind.USSD).isPresent();
    if (call.afterEnd() && open) return release(call);
    Duration within = call.within() == null ? WITHIN : call.within();
    boolean nobody = within.isZero();
    String id = start(operation, call.name(), nobody, arguments);
    if (nobody) return call.then();
    calling();
    boolean someone = draft.dialogue().isPresent();
    // By SMS nobody needs telling that the answer comes by SMS.
    boolean stays = call.late() != null && !call.late().moveToSms();
    if (someone && (open || stays)) draft.timer(lateTimer(id), draft.now().plus(within));
    return Walking.WAIT;
  }

  /** Asks the operation behind a question. */
  String list(Step.Ask ask, Step.Source.Asked source, Map<String, Value> more) {
    Operation operation = draft.world().operations().named(source.operation()).orElse(null);
    if (operation == null) return unknown(ask.name());
    if (!walking.assured(operation.needs())) return Walking.WAIT;
    Map<String, Value> arguments = new HashMap<>(new Values(draft).all(source.with()));
    // An offering is given what the search beside it takes, and may take less.
    if (source.equals(ask.offering())) arguments.keySet().retainAll(operation.takes().keySet());
    arguments.putAll(more);
    String id = start(operation, ask.name(), false, arguments);
    calling();
    draft.timer(lateTimer(id), draft.now().plus(WITHIN));
    return Walking.WAIT;
  }

  /** The person waits at the phone, unless the answer has been promised by SMS. */
  private void calling() {
    boolean moved = draft.speaking().state() == State.MOVED;
    draft.update(draft.speaking().withState(moved ? State.MOVED : State.CALLING, draft.now()));
  }

  private String unknown(String step) {
    draft.count("no_operation", step);
    draft.say("slow");
    walking.rest(State.ASKING);
    return Walking.WAIT;
  }

  private String key(String step) {
    Conversation c = draft.speaking();
    return c.id() + "/" + c.frame().flow() + "." + step + "/" + Held.visits(c, step);
  }

  private Optional<PendingCall> pending(String key) {
    for (PendingCall call : draft.calls())
      if (call.request().key().equals(key)) return Optional.of(call);
    return Optional.empty();
  }

  /** Puts the call among the pending ones, unless it is there already: one key, one effect. */
  private String start(
      Operation operation, String step, boolean nobody, Map<String, Value> arguments) {
    Map<String, Value> typed = Arguments.typed(operation.takes(), arguments);
    Optional<PendingCall> same = pending(key(step));
    boolean query = operation.kind() == Operation.Kind.QUERY;
    if (same.isPresent() && !query) return same.get().id();
    if (same.isPresent()) {
      draft.takeCall(same.get().id());
      boolean another = !same.get().request().arguments().equals(typed);
      // A key stands for one question, also for one that nobody has answered.
      if (another)
        draft.update(Held.visited(draft.speaking(), draft.speaking().frame().flow(), step));
    }
    Conversation c = draft.speaking();
    String key = key(step);
    Assurance assurance = draft.assurance();
    OperationRequest request =
        new OperationRequest(
            operation.name(), key, draft.personId(), draft.language(), assurance, typed);
    String id = draft.newId();
    draft.call(
        new PendingCall(
            id, c.id(), nobody ? "" : step, request, query, draft.now().plus(RETRY), 1));
    draft.effect(new Effect.Call(id, request, query));
    return id;
  }

  /** Tells somebody else: nobody waits for it, and each visit of the step tells anew. */
  void tell(String step, Tell tell) {
    Conversation c = draft.speaking();
    String key = c.id() + "/" + c.frame().flow() + "." + step + "/" + Held.visits(c, step);
    OperationRequest request =
        new OperationRequest(
            Tell.OPERATION,
            key,
            draft.personId(),
            draft.language(),
            draft.assurance(),
            tell.arguments());
    String id = draft.newId();
    draft.call(new PendingCall(id, c.id(), "", request, false, draft.now().plus(RETRY), 1));
    draft.effect(new Effect.Call(id, request, false));
    draft.update(Held.visited(c, c.frame().flow(), step));
  }

  /** Ends the dialogue first: a handset holds one USSD session. */
  private String release(Step.Call call) {
    if (call.last() == null) draft.say("after_end");
    else walking.say(call.last());
    walking.rest(State.RELEASING);
    draft.timer("after:" + draft.speaking().id(), draft.now().plus(RELEASE));
    return Walking.WAIT;
  }

  private static String lateTimer(String call) {
    return "late:" + call;
  }

  // ---- answers

  void answered(String id, OperationResult result) {
    PendingCall call = draft.takeCall(id).orElse(null);
    if (call == null) return; // answered before: an answer may come twice
    draft.cancel(lateTimer(id));
    Conversation c = draft.conversation(call.conversation()).orElse(null);
    if (c == null) return;
    String step = stepOf(call);
    draft.update(Held.visited(c, flowOf(call), step));
    boolean waited = c.state() == State.CALLING || c.state() == State.MOVED;
    if (call.step().isEmpty() || !waited || !c.frame().step().equals(call.step())) return;
    draft.focus(draft.conversation(c.id()).orElseThrow());
    Step waiting = draft.step().orElse(null);
    if (waiting == null) return;
    if (!call.query()) heard();
    switch (waiting) {
      case Step.Ask ask ->
          walking.to(new Asking(draft, walking).listed(ask, call.request().operation(), result));
      case Step.Call made -> walking.to(outcome(made, call, result));
      default -> draft.count("stale_answer", step);
    }
  }

  /** What a command did is told by message when no screen can show it any more. */
  private void heard() {
    if (draft.dialogue().filter(Dialogue::listens).isPresent()) return;
    draft.leave();
    draft.update(draft.speaking().withState(State.MOVED, draft.now()));
  }

  private @Nullable String outcome(Step.Call made, PendingCall call, OperationResult result) {
    Value.Item answer =
        new Value.Item(result.outcome(), LocalText.same(result.outcome()), result.values());
    Conversation c = Held.answered(draft.speaking(), made.name(), answer);
    if (!call.query()) c = Held.noPath(c);
    if (c.cancelled()) draft.say("cancel_late");
    c = c.withCancelled(false);
    draft.update(c);
    String target = made.outcomes().get(result.outcome());
    if (target != null) return target;
    // What a dialogue has ended with has been said.
    if (made.last() != null && draft.dialogue().isPresent()) walking.say(made.last());
    return made.then();
  }

  /** The flow and step of a call, out of its key: {@code conversation/flow.step/visit}. */
  private static String stepOf(PendingCall call) {
    String name = call.request().key().split("/", -1)[1];
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String flowOf(PendingCall call) {
    String name = call.request().key().split("/", -1)[1];
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** A query failed: the person may try again. */
  void unanswered(String id) {
    PendingCall call = draft.takeCall(id).orElse(null);
    if (call == null) return;
    draft.cancel(lateTimer(id));
    Conversation c = draft.conversation(call.conversation()).orElse(null);
    if (c == null || call.step().isEmpty()) return;
    // The next time something else may be asked: a key stands for one question.
    draft.update(Held.visited(c, flowOf(call), stepOf(call)));
    draft.focus(draft.conversation(c.id()).orElseThrow());
    draft.say("slow");
    walking.rest(State.CALLING);
    draft.detach();
  }

  /** The time that a person is made to wait is over; the call's is not. */
  void late(String timer) {
    String id = timer.substring(timer.indexOf(':') + 1);
    PendingCall call =
        draft.calls().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    Conversation c = call == null ? null : draft.conversation(call.conversation()).orElse(null);
    if (call == null || c == null || c.state() != State.CALLING) return;
    draft.focus(c);
    Step.Late late = draft.step().orElse(null) instanceof Step.Call made ? made.late() : null;
    if (late == null && call.query()) {
      unanswered(id);
      return;
    }
    if (late != null && late.message() != null) walking.say(late.message());
    else draft.say("late");
    boolean stay = late != null && !late.moveToSms();
    draft.update(draft.speaking().withState(State.MOVED, draft.now()));
    boolean heard = draft.dialogue().filter(Dialogue::awaiting).isPresent();
    if (draft.kind() == ChannelKind.USSD && !heard) draft.takeSaid(); // the screen says so already
    else if (stay && draft.kind() == ChannelKind.USSD) showing.pending();
    else showing.last();
  }

  /** The dialogue has gone: commands are answered by SMS, queries are asked again on resume. */
  void closed(Conversation c, @Nullable Dialogue gone) {
    if (c.state() == State.RELEASING) {
      draft.cancel("after:" + c.id());
      draft.focus(c);
      walking.to(c.frame().step());
    } else if (c.state() == State.CALLING && gone != null) {
      boolean command =
          draft.calls().stream()
              .anyMatch(p -> p.conversation().equals(c.id()) && !p.query() && !p.step().isEmpty());
      if (command) draft.update(c.withState(State.MOVED, draft.now()));
    }
  }
}
