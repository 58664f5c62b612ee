package ma.jisr.flow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.value.Value;

/**
 * Tells services, durably, that somebody's language, scripts or STOP have changed: a command that
 * nobody waits for, made by the turn that changed them, where such an operation is registered. A
 * newer one takes the place of one that has not been answered. A first language is no change: who
 * is new stands on nobody's list.
 */
final class ProfileNews {
  /** What it is registered as. */
  static final String OPERATION = "account.changed";

  /** When it is made again if its answer is lost. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  private ProfileNews() {}

  static void tell(Draft draft, Profile before) {
    Profile now = draft.profile();
    if (!changed(before, now)) return;
    Operation operation = draft.world().operations().named(OPERATION).orElse(null);
    if (operation == null) return;
    for (PendingCall call : draft.calls())
      if (call.request().operation().equals(OPERATION)) draft.takeCall(call.id());
    String id = draft.newId();
    OperationRequest request =
        new OperationRequest(
            OPERATION,
            id + '/' + OPERATION + "/0",
            draft.personId(),
            draft.language(),
            draft.assurance(),
            Arguments.typed(operation.takes(), arguments(draft, now)));
    draft.call(new PendingCall(id, "", "", request, false, draft.now().plus(RETRY), 1));
    draft.effect(new Effect.Call(id, request, false));
  }

  private static boolean changed(Profile before, Profile now) {
    if (before.stopped() != now.stopped()) return true;
    return before.language() != null
        && (before.language() != now.language() || !before.scripts().equals(now.scripts()));
  }

  private static Map<String, Value> arguments(Draft draft, Profile now) {
    StringJoiner scripts = new StringJoiner(" ");
    for (Script script : List.of(Script.values()))
      if (now.scripts().contains(script)) scripts.add(script.name().toLowerCase(Locale.ROOT));
    Reply way = draft.reply(ChannelKind.SMS).orElse(null);
    return Map.of(
        "scripts", new Value.Text(scripts.toString()),
        "stopped", new Value.Flag(now.stopped()),
        "link", new Value.Text(way == null ? "" : way.link()),
        "code", new Value.Text(way == null ? "" : way.code()));
  }
}
