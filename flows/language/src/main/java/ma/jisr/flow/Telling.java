package ma.jisr.flow;

import java.util.List;
import java.util.Map;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import org.jspecify.annotations.Nullable;

/** Takes what a service says of its own accord: events and notices. */
final class Telling {
  private final Draft draft;

  Telling(Draft draft) {
    this.draft = draft;
  }

  /** Goes on with the newest conversation that waits for it; keeps it when none does. */
  void raised(Event event) {
    if (!draft.now().isBefore(event.expires())) {
      draft.effect(new Effect.Count("event.expired", Map.of("event", event.name())));
      return;
    }
    for (Conversation c : draft.conversations()) {
      if (c.state() != State.WAITING) continue;
      draft.focus(c);
      if (!(draft.step().orElse(null) instanceof Step.Wait wait) || wait.event() == null) continue;
      Walking walking = new Walking(draft);
      if (!event.ends(wait.event(), walking.of(wait))) continue;
      draft.cancel("wait:" + c.id());
      walking.happened(wait, event);
      walking.to(wait.then());
      return;
    }
    draft.keep(event);
  }

  /** Says it beside whatever is open: by the link last used, else the way that came with it. */
  void told(Notice notice, @Nullable Reply otherwise) {
    String lost = lost(notice);
    Reply way = draft.reply((ChannelKind) null).orElse(otherwise);
    if (lost == null && way == null) lost = "nowhere";
    if (lost != null || way == null) {
      draft.effect(
          new Effect.Count("notice.unsent", Map.of("flow", notice.flow(), "reason", "" + lost)));
      return;
    }
    boolean neutral =
        draft
            .world()
            .flows()
            .named(notice.flow())
            .filter(f -> !f.tells(notice.message()))
            .isPresent();
    Showing showing = new Showing(draft);
    Dialogue.Said said =
        neutral
            ? new Dialogue.Said("", "neutral", Map.of("code", showing.code()))
            : new Dialogue.Said(notice.flow(), notice.message(), notice.values());
    showing.beside(way, List.of(said), notice.flow(), notice.urgency(), notice.expires());
  }

  /** Why it is not said; null when it is. */
  private @Nullable String lost(Notice notice) {
    if (!draft.now().isBefore(notice.expires())) return "expired";
    if (draft.profile().stopped() && notice.urgency() == Urgency.BULK) return "stopped";
    boolean known =
        draft
            .world()
            .flows()
            .named(notice.flow())
            .filter(flow -> flow.messages().containsKey(notice.message()))
            .isPresent();
    return known ? null : "no_message";
  }
}
