package ma.jisr.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Dialogue.View;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Wishes;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts what a turn says into one screen or message, on the way that it can still go. */
final class Showing {
  /** What is good to know, but answers nothing, stands behind the answer. */
  private static final Set<String> TAIL = Set.of("change_language", "price", "free");

  private final Draft draft;

  Showing(Draft draft) {
    this.draft = draft;
  }

  /** The open question of the conversation in focus, after what has been said. */
  void question() {
    show(View.STEP, draft.takeSaid());
    if (moved()) draft.update(draft.speaking().withState(Conversation.State.ASKING, draft.now()));
  }

  /** The last words: nothing is expected any more. */
  void last() {
    if (!draft.silent()) show(View.NOTHING, draft.takeSaid());
    else if (draft.dialogue().filter(Showing::ussd).isPresent()) {
      draft.say("bye");
      show(View.NOTHING, draft.takeSaid());
    }
  }

  void menu() {
    draft.detach();
    show(View.MENU, draft.takeSaid());
  }

  void resumeOffer() {
    draft.detach();
    show(View.RESUME, draft.takeSaid());
  }

  /** Which of these services is meant. */
  void choose(Wishes wishes) {
    draft.detach();
    draft.dialogue().ifPresent(d -> draft.dialogue(d.wishing(wishes)));
    show(View.CHOOSE, draft.takeSaid());
  }

  /** Whether to leave what is open for the one service that is wished. */
  void leave(Wishes wishes) {
    draft.dialogue().ifPresent(d -> draft.dialogue(d.wishing(wishes)));
    show(View.LEAVE, draft.takeSaid());
  }

  /** Help, the price and a human, before what is shown next. */
  void help() {
    Map<String, Value> values = new HashMap<>();
    values.put("contact", new Value.Text(draft.world().settings().contact()));
    Long price = draft.dialogue().orElseThrow().via().price();
    if (price != null && price > 0) values.put("price", new Value.Amount(price));
    draft.say("help", values);
    if (price != null && price == 0) draft.say("free");
  }

  void pending() {
    show(View.PENDING, draft.takeSaid());
  }

  /** The next page of what the dialogue shows. */
  void more(Dialogue d) {
    Rendered page = render(d, d.view(), d.said(), d.page() + 1);
    send(d, d.view(), d.said(), page);
  }

  private void show(View view, List<Dialogue.Said> texts) {
    Dialogue d = draft.dialogue().orElse(null);
    if (d != null && d.listens()) {
      List<Dialogue.Said> all = introduced(d, texts);
      send(d, view, all, render(d, view, all, 0));
    } else if (view == View.NOTHING || moved()) {
      byMessage(view, texts);
    }
  }

  private boolean moved() {
    return draft.conversation().filter(c -> c.state() == Conversation.State.MOVED).isPresent();
  }

  private static boolean ussd(Dialogue d) {
    return d.via().kind() == ChannelKind.USSD;
  }

  private void send(Dialogue d, View view, List<Dialogue.Said> texts, Rendered page) {
    boolean more = page.page() + 1 < page.pages();
    Dialogue shown = d.showing(view, more ? texts : List.of(), page, draft.now());
    List<Button> buttons = buttons(d, page);
    draft.dialogue(buttons.isEmpty() ? shown : shown.stamped(buttons.getFirst().stamp()));
    if (ussd(d)) {
      boolean end = view == View.NOTHING && !more;
      draft.effect(new Effect.Screen(d.via().dialogue(), page.text(), page.language(), end));
      if (end) draft.forgetDialogue(d.via().dialogue());
    } else {
      draft.effect(
          new Effect.Message(
              d.via().kind(),
              d.via().link(),
              d.via().code(),
              page.text(),
              page.language(),
              draft.feature(),
              Urgency.REPLY,
              null,
              buttons));
    }
  }

  /** What can be pressed below a page of a chat. */
  private List<Button> buttons(Dialogue d, Rendered page) {
    if (d.via().kind() != ChannelKind.CHAT || page.keys().isEmpty()) return List.of();
    String stamp = Button.stamp(page.text(), draft.now());
    List<Button> buttons = new ArrayList<>(page.keys().size());
    for (Rendered.Key key : page.keys()) buttons.add(new Button(key.digits(), key.label(), stamp));
    return buttons;
  }

  /** The dialogue has closed: a text goes where the conversation's texts go. */
  private void byMessage(View view, List<Dialogue.Said> texts) {
    Reply reply = draft.conversation().map(Conversation::reply).orElse(null);
    if (reply == null || (texts.isEmpty() && view == View.NOTHING)) return;
    boolean neutral = personal(texts) && !(view == View.NOTHING && plain(texts));
    List<Dialogue.Said> said =
        neutral ? List.of(new Dialogue.Said("", "neutral", Map.of("code", code()))) : texts;
    Dialogue thread = Dialogue.begun(way(reply), draft.now());
    View shown = neutral ? View.NOTHING : view;
    if (shown == View.STEP) thread = thread.attached(draft.speaking().id());
    send(thread, shown, said, render(thread, shown, said, 0));
  }

  /** Whether a private flow speaks, or has just spoken: its last words may end another's. */
  private boolean personal(List<Dialogue.Said> texts) {
    FlowSet flows = draft.world().flows();
    return flows.personal(draft.speaking()) || flows.personal(texts);
  }

  /** Whether each of them is one that a private flow tells as it is. */
  private boolean plain(List<Dialogue.Said> texts) {
    for (Dialogue.Said text : texts)
      if (draft.world().flows().named(text.flow()).filter(f -> f.tells(text.message())).isEmpty())
        return false;
    return true;
  }

  /** A text for the person beside the dialogue, whatever that shows. */
  void copy(List<Dialogue.Said> texts) {
    beside(draft.speaking().reply(), texts, draft.feature(), Urgency.REPLY, null);
  }

  /**
   * A text that goes this way, and that no dialogue shows or answers.
   *
   * @param until when it is of no use any more; null for as long as messages are kept
   */
  void beside(
      Reply reply,
      List<Dialogue.Said> texts,
      String feature,
      Urgency urgency,
      @Nullable Instant until) {
    Dialogue thread = Dialogue.begun(way(reply), draft.now());
    Rendered text = render(thread, View.NOTHING, texts, 0);
    draft.effect(
        new Effect.Message(
            reply.kind(),
            reply.link(),
            reply.code(),
            text.text(),
            text.language(),
            feature,
            urgency,
            until,
            List.of()));
  }

  private static Via way(Reply reply) {
    Surface surface = reply.kind() == ChannelKind.CHAT ? Surface.CHAT : Surface.SMS;
    return new Via(
        reply.kind(),
        reply.link(),
        reply.code(),
        reply.link() + " " + reply.code(),
        surface,
        Assurance.CLAIMED,
        null);
  }

  Value code() {
    return new Value.Text(draft.world().settings().ussdCode());
  }

  /** The price of the code, once; not before a language is known. */
  private List<Dialogue.Said> introduced(Dialogue d, List<Dialogue.Said> texts) {
    Long price = d.via().price();
    Profile p = draft.profile();
    if (price == null || p.language() == null || p.pricedCodes().contains(d.via().code()))
      return texts;
    Set<String> priced = new HashSet<>(p.pricedCodes());
    priced.add(d.via().code());
    draft.profile(p.priced(priced));
    List<Dialogue.Said> all = new ArrayList<>(texts);
    all.add(
        price == 0
            ? new Dialogue.Said("", "free", Map.of())
            : new Dialogue.Said("", "price", Map.of("price", new Value.Amount(price))));
    return all;
  }

  // ---- screens

  private Rendered render(Dialogue d, View view, List<Dialogue.Said> texts, int page) {
    Screen screen = screen(d, view, texts);
    return draft
        .world()
        .renderer()
        .render(screen, draft.reader(), d.via().kind(), d.via().surface(), page);
  }

  private Screen screen(Dialogue d, View view, List<Dialogue.Said> texts) {
    List<Message> parts = new ArrayList<>();
    List<Message> tail = new ArrayList<>();
    Map<String, Value> values = new HashMap<>();
    for (Dialogue.Said text : texts) {
      boolean aside = text.flow().isEmpty() && TAIL.contains(text.message());
      (aside ? tail : parts).add(message(text));
      values.putAll(text.values());
    }
    Screen plain = screen(d, view, parts, values);
    return new Screen(
        plain.parts(), plain.values(), plain.options(), plain.footer(), tail, byNumber(view));
  }

  /** Whether an answer can only be one of what is offered: not where a name is asked for. */
  private boolean byNumber(View view) {
    if (view != View.STEP || !(draft.step().orElse(null) instanceof Step.Ask ask)) return true;
    boolean choice = ask.type() == Step.Type.CHOICE || ask.type() == Step.Type.YESNO;
    return choice || draft.speaking().frame().values().containsKey(Held.NARROW);
  }

  private Screen screen(Dialogue d, View view, List<Message> parts, Map<String, Value> values) {
    FlowSet flows = draft.world().flows();
    boolean keys = d.via().kind() == ChannelKind.USSD;
    return switch (view) {
      case NOTHING -> new Screen(parts, values, List.of(), Screen.Footer.NONE);
      case STEP -> question(parts, values);
      case MENU -> {
        if (parts.isEmpty()) parts.add(flows.text("menu"));
        yield new Screen(parts, values, menuOptions(d.via().kind()), Screen.Footer.NONE);
      }
      case RESUME -> {
        parts.add(flows.text("resume"));
        yield new Screen(
            parts,
            values,
            List.of(fixed("resume.go", "1"), fixed("resume.over", "2")),
            Screen.Footer.NONE);
      }
      case CHOOSE -> {
        parts.add(flows.text("did_you_mean"));
        Wishes wishes = Objects.requireNonNull(d.wishes());
        yield new Screen(parts, values, choices(wishes), Screen.Footer.NONE);
      }
      case LEAVE -> {
        boolean named = !flows.personal(draft.speaking());
        parts.add(flows.text(named ? "leave" : "leave_for"));
        if (named) values.put("open", title(draft.speaking().flow()));
        String wished = Objects.requireNonNull(d.wishes()).offered().getFirst().flow();
        values.put("wished", title(wished));
        yield new Screen(
            parts,
            values,
            List.of(fixed("answer.yes", "1"), fixed("answer.no", "2")),
            Screen.Footer.NONE);
      }
      case PENDING -> {
        if (parts.isEmpty()) parts.add(flows.text("pending"));
        yield new Screen(parts, values, List.of(), new Screen.Footer(false, keys));
      }
    };
  }

  private Screen question(List<Message> parts, Map<String, Value> values) {
    if (!(draft.step().orElse(null) instanceof Step.Ask ask))
      return new Screen(parts, values, List.of(), new Screen.Footer(false, true));
    boolean narrowed = draft.speaking().frame().values().containsKey(Held.NARROW);
    if (!narrowed) {
      Message message = Objects.requireNonNull(draft.flow().messages().get(ask.message()));
      parts.add(message);
      values.putAll(new Values(draft).placeholders(message));
    } else if (parts.isEmpty()) {
      parts.add(draft.world().flows().text("which_one"));
    }
    List<Screen.Option> options = new ArrayList<>();
    for (Options.Offered offered : new Options(draft).of(ask)) options.add(offered.shown());
    boolean first = draft.flow().id().equals(draft.world().settings().firstFlow());
    boolean unknown = draft.profile().language() == null;
    // Before the first question lies only the menu, which has its own key.
    boolean back = narrowed || Held.hasPath(draft.speaking());
    Screen.Footer footer = first && unknown ? Screen.Footer.NONE : new Screen.Footer(back, true);
    return new Screen(parts, values, options, footer);
  }

  /** The services that may be meant, by digit, and 0 for none of them. */
  List<Screen.Option> choices(Wishes wishes) {
    List<Screen.Option> options = new ArrayList<>();
    for (Wishes.Wish wish : wishes.offered()) {
      Message title = titled(wish.flow());
      if (title != null)
        options.add(new Screen.Option(wish.flow(), title, "" + (options.size() + 1), Map.of()));
    }
    options.add(fixed("none_of_these", "0"));
    return options;
  }

  private @Nullable Message titled(String flow) {
    return draft.world().flows().named(flow).map(f -> f.messages().get("title")).orElse(null);
  }

  private Value title(String flow) {
    Message title = titled(flow);
    if (title == null) return new Value.Text(flow);
    Map<Language, String> words = new EnumMap<>(Language.class);
    title.variants().forEach((language, variants) -> words.put(language, variants.getFirst()));
    return new Value.Local(new LocalText(words));
  }

  List<Screen.Option> menuOptions(ChannelKind kind) {
    return draft.world().flows().menu(kind);
  }

  private Screen.Option fixed(String name, String digit) {
    return new Screen.Option(name, draft.world().flows().text(name), digit, Map.of());
  }

  private Message message(Dialogue.Said text) {
    FlowSet flows = draft.world().flows();
    if (text.flow().isEmpty()) return flows.text(text.message());
    Message message =
        flows.named(text.flow()).map(f -> f.messages().get(text.message())).orElse(null);
    return message == null ? flows.text("bye") : message; // a new version has it no longer
  }
}
