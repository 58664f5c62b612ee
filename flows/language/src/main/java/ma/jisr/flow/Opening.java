package ma.jisr.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Start;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Reply;
import org.jspecify.annotations.Nullable;

/** Begins, takes up and leaves conversations. */
final class Opening {
  private final Draft draft;
  private final Showing showing;

  Opening(Draft draft) {
    this.draft = draft;
    this.showing = new Showing(draft);
  }

  /** A USSD dialogue begins. Before anything else a new person chooses a language. */
  void begin(Via via, String dialled) {
    draft.hear(via);
    draft.detach();
    Optional<Flow> first = draft.world().flows().named(draft.world().settings().firstFlow());
    if (draft.profile().language() == null && first.isPresent()) {
      String then = asksFor(first.get(), dialled) ? "" : dialled;
      draft.dialogue().ifPresent(d -> draft.dialogue(d.dialling(then)));
      start(first.get(), Map.of());
    } else {
      dialled(dialled);
    }
  }

  /** Whether what was dialled leads to this flow itself: it need not be gone through twice. */
  private boolean asksFor(Flow first, String dialled) {
    List<String> parts = parts(dialled);
    Flow flow =
        parts.isEmpty() ? null : draft.world().flows().byDigit(parts.getFirst()).orElse(null);
    if (flow == null || parts.size() > 2) return false;
    if (parts.size() == 1) return flow.id().equals(first.id());
    String rest = flow.start().rest();
    if (rest == null || !(flow.steps().get(rest) instanceof Step.Ask ask)) return false;
    int digit = 0;
    for (Step.Choice choice : ask.options().values()) {
      digit++;
      if (choice.then() != null && parts.get(1).equals(Integer.toString(digit)))
        return flow.steps().get(choice.then()) instanceof Step.Go go
            && go.flow().equals(first.id());
    }
    return false;
  }

  /** Does what was dialled: {@code *585*1*1042#} is flow 1 with "1042". */
  void dialled(String dialled) {
    dialled(dialled, true);
  }

  /**
   * @param offer whether a conversation that waits may be offered first
   */
  void dialled(String dialled, boolean offer) {
    draft.dialogue().ifPresent(d -> draft.dialogue(d.dialling("").attached(null)));
    draft.detach();
    List<String> parts = parts(dialled);
    String digit = parts.isEmpty() ? "" : parts.getFirst();
    Optional<Flow> flow = draft.world().flows().byDigit(digit);
    if (!digit.isEmpty() && flow.isEmpty()) {
      draft.say("unknown_code");
      showing.menu();
      return;
    }
    String rest = String.join(" ", parts.subList(Math.min(1, parts.size()), parts.size()));
    Conversation waiting = offer && rest.isEmpty() ? waiting(flow.orElse(null)) : null;
    if (waiting != null && draft.pending(waiting)) {
      draft.attach(waiting);
      showing.pending();
    } else if (waiting != null) {
      draft.dialogue().ifPresent(d -> draft.dialogue(d.dialling(dialled)));
      showing.resumeOffer();
    } else if (flow.isPresent()) {
      start(flow.get(), rest(flow.get(), rest));
    } else {
      showing.menu();
    }
  }

  /** What stands behind the service code, which links write with or without its signs. */
  private List<String> parts(String dialled) {
    List<String> parts = groups(dialled);
    List<String> code = groups(draft.world().settings().ussdCode());
    boolean ours = parts.size() >= code.size() && parts.subList(0, code.size()).equals(code);
    return ours ? parts.subList(code.size(), parts.size()) : parts;
  }

  private static List<String> groups(String dialled) {
    return Arrays.stream(dialled.split("[*#]", -1)).filter(part -> !part.isBlank()).toList();
  }

  /** The newest conversation that a redial may offer, of this flow or of any. */
  private @Nullable Conversation waiting(@Nullable Flow only) {
    for (Conversation c : draft.conversations()) {
      Flow flow = draft.world().flows().named(c.flow()).orElse(null);
      if (flow == null) continue;
      if (draft.world().flows().personal(c) && !draft.pending(c)) continue;
      if (only != null && !only.id().equals(flow.id())) continue;
      if (draft.pending(c) && c.state() != State.ASKING) return c;
      Duration offer = flow.resumeOffer();
      boolean open = c.state() == State.ASKING || c.state() == State.CALLING;
      boolean fresh = offer != null && !c.touched().plus(offer).isBefore(draft.now());
      if (open && fresh) return c;
    }
    return null;
  }

  /** The conversation that the resume offer on the screen is about. */
  @Nullable Conversation offered(String dialled) {
    List<String> parts = parts(dialled);
    return waiting(
        parts.isEmpty() ? null : draft.world().flows().byDigit(parts.getFirst()).orElse(null));
  }

  /**
   * What follows a start word or digit, typed ahead for the step that takes it; nothing but numbers
   * for several steps, one each.
   */
  static Map<String, String> rest(Flow flow, String rest) {
    String step = flow.start().rest();
    if (rest.isEmpty() || step == null) return Map.of();
    List<String> further = flow.start().habits().further();
    List<String> words = further.isEmpty() ? List.of() : TextFold.words(rest);
    boolean each = words.size() > 1 && words.size() <= further.size() + 1;
    if (!each || !words.stream().allMatch(Opening::isNumber)) return Map.of(step, rest);
    Map<String, String> ahead = new HashMap<>();
    ahead.put(step, words.getFirst());
    for (int i = 1; i < words.size(); i++) ahead.put(further.get(i - 1), words.get(i));
    return ahead;
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  /**
   * Begins a conversation; an older one of the same flow that owes nothing is over.
   *
   * @param ahead what has been answered already, by step
   */
  void start(Flow flow, Map<String, String> ahead) {
    if (flow.start().habits().tied() && !new Walking(draft).tied()) return;
    for (Conversation old : draft.conversations())
      if (old.flow().equals(flow.id()) && !draft.pending(old) && old.state() == State.ASKING)
        draft.drop(old);
    Frame frame =
        new Frame(
            flow.id(),
            flow.hash(),
            "",
            "",
            Held.ahead(flow.start(), here(flow, ahead)),
            "",
            List.of());
    Conversation c =
        new Conversation(
            draft.newId(),
            reply(),
            draft.assurance(),
            frame,
            List.of(),
            Map.of(),
            0,
            State.ASKING,
            false,
            draft.now());
    draft.attach(c);
    new Walking(draft).to(first(flow, ahead));
  }

  /** Where nothing else has been said, the question for a place is answered by where they are. */
  private Map<String, String> here(Flow flow, Map<String, String> ahead) {
    if (draft.here().isEmpty()) return ahead;
    Map<String, String> all = new HashMap<>(ahead);
    flow.start()
        .fills()
        .forEach(
            (step, types) -> {
              if (types.contains(Start.HERE)) all.putIfAbsent(step, draft.here());
            });
    return all;
  }

  /** Where it begins: elsewhere when nothing has been said but its word or digit. */
  private static String first(Flow flow, Map<String, String> ahead) {
    String alone = flow.start().habits().alone();
    boolean said = ahead.containsKey(Objects.requireNonNullElse(flow.start().rest(), ""));
    return alone == null || said ? flow.steps().firstEntry().getKey() : alone;
  }

  private Reply reply() {
    return draft.reply(draft.dialogue().map(Dialogue::via).orElseThrow());
  }

  /** Takes up the newest conversation that waits; by SMS what began by USSD. */
  void resume() {
    Conversation c = waiting(null);
    if (c == null) {
      draft.say("nothing_open");
      showing.menu();
    } else {
      reattach(c);
    }
  }

  /** Shows the open question of a conversation again, by the way of this turn. */
  void reattach(Conversation c) {
    draft.attach(c.withReply(reply()).withAssurance(draft.assurance()));
    draft.dialogue().ifPresent(d -> draft.dialogue(d.dialling("")));
    if (draft.pending(c)) {
      showing.pending();
      return;
    }
    Optional<Step> step = draft.step();
    if (step.isEmpty() || changed(c, step.get())) {
      startOver(c);
      return;
    }
    // Walked to anew: its assurance is checked again, its list is asked for again.
    new Walking(draft).to(step.get().name());
  }

  /** Out of flows in which nothing has been asked yet, to the one that runs them. */
  private static Conversation asked(Conversation c) {
    Conversation outer = c;
    while (outer.frame().path().isEmpty() && !outer.callers().isEmpty()) {
      List<Frame> callers = new ArrayList<>(outer.callers());
      outer = outer.withFrame(callers.removeLast()).withCallers(callers);
    }
    return outer;
  }

  /** Whether a new version of the flow asks something else here. */
  boolean changed(Conversation c, Step step) {
    String asked = step instanceof Step.Ask ask ? ask.type().name() : "";
    return !draft.flow().hash().equals(c.frame().hash()) && !asked.equals(c.frame().asked());
  }

  void startOver(Conversation c) {
    Optional<Flow> flow = draft.world().flows().named(c.flow());
    draft.drop(c);
    draft.say("changed");
    if (flow.isPresent()) start(flow.get(), Map.of());
    else showing.menu();
  }

  /**
   * Back: the previous question with its answers kept; before the first one the menu. There is no
   * way back from a pending call: its answer would find nobody, and be asked for a second time.
   */
  void back() {
    Conversation c = draft.conversation().orElse(null);
    if (c == null) {
      showing.menu();
      return;
    }
    if (draft.pending(c)) {
      showing.pending();
      return;
    }
    if (c.frame().values().containsKey(Held.NARROW)) {
      draft.update(Held.value(c, Held.NARROW, null));
      showing.question();
      return;
    }
    c = asked(c);
    List<String> path = c.frame().path();
    if (path.isEmpty()) {
      showing.menu();
      return;
    }
    draft.update(Held.path(c, path.subList(0, path.size() - 1)));
    new Walking(draft).to(path.getLast());
  }
}
