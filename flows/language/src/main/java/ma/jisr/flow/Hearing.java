package ma.jisr.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.Lexicon.Started;
import ma.jisr.flow.Wishing.Where;
import ma.jisr.flow.input.AnswerReader;
import ma.jisr.flow.input.Question;
import ma.jisr.flow.input.Reading;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Dialogue.View;
import ma.jisr.flow.person.Wishes;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed, in the order that holds everywhere: the words stop, help and cancel;
 * what the screen offers; the expected answer; start words; free text.
 */
final class Hearing {
  /** OBJECT REPLACEMENT CHARACTER: a picture, a voice or a file, as channels give it on. */
  private static final String NO_WORDS = "\uFFFC";

  /** Back and home, as they are typed. */
  private static final Set<String> WAYS_OUT = Set.of("0", "00");

  /** What is answered by a number, and is no question of a flow. */
  private static final Set<View> LISTS = EnumSet.of(View.MENU, View.RESUME, View.CHOOSE);

  private final Draft draft;
  private final Showing showing;
  private final Opening opening;
  private final Wishing wishing;

  Hearing(Draft draft) {
    this.draft = draft;
    this.showing = new Showing(draft);
    this.opening = new Opening(draft);
    this.wishing = new Wishing(draft, showing, opening);
  }

  void said(Via via, Typed text) {
    draft.hear(via);
    Optional<Button> button =
        via.kind() == ChannelKind.CHAT ? Button.pressed(text.text()) : Optional.empty();
    if (button.isPresent()) pressed(button.get());
    else typed(via, text);
  }

  /** A button answers the question that it stands below; another one's may still say a wish. */
  private void pressed(Button button) {
    Dialogue d = draft.dialogue().orElseThrow();
    if (button.stamp().equals(d.stamp())) {
      typed(d.via(), new Typed(button.digits()));
    } else if (!wishing.heard(new Typed(button.label()), Where.OUTSIDE)) {
      draft.say("old_button");
      again();
    }
  }

  private void typed(Via via, Typed text) {
    if (Pins.looksLike(draft, text)) {
      draft.count("pin", "");
      draft.say("pin");
      again();
      return;
    }
    Optional<GlobalWord> word = GlobalWord.of(text);
    if (word.isPresent() && urgent(word.get())) return;
    if (via.kind() != ChannelKind.USSD && draft.profile().language() == null) meet(text);
    if (text.text().strip().equals(NO_WORDS)) {
      draft.say("no_words");
      again();
      return;
    }
    if (key(text) || (word.isPresent() && moved(word.get())) || expected(text)) return;
    if (!wishing.heard(text, Where.OUTSIDE)) missed(text);
  }

  /**
   * Nothing that is open takes it. Who has learnt the ways out presses them where none is shown;
   * another number is a miss on a list, and where there was none it asks for one.
   */
  private void missed(Typed text) {
    View view = draft.dialogue().orElseThrow().view();
    boolean home = WAYS_OUT.contains(text.digits());
    if (!text.isFigures()) draft.say("unknown_start");
    else if (LISTS.contains(view) && !home) draft.say("again.choice");
    if (view == View.RESUME && text.isFigures() && !home) showing.resumeOffer();
    else showing.menu();
  }

  /** Shows again what is open, after what has been said. */
  private void again() {
    Dialogue d = draft.dialogue().orElseThrow();
    if (d.view() == View.RESUME) showing.resumeOffer();
    else if (d.view() == View.CHOOSE && d.wishes() != null) showing.choose(d.wishes());
    else if (openAsk().isPresent()) showing.question();
    else if (draft.kind() == ChannelKind.USSD) showing.menu();
    else showing.last();
  }

  private Optional<Step.Ask> openAsk() {
    return draft
        .conversation()
        .filter(c -> c.state() == State.ASKING)
        .flatMap(c -> draft.step())
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast);
  }

  // ---- stop, help, cancel

  private boolean urgent(GlobalWord word) {
    switch (word) {
      case STOP, JOIN -> {
        consent(word == GlobalWord.STOP);
        draft.say(word == GlobalWord.STOP ? "stopped" : "joined");
        showing.last();
      }
      case HELP -> {
        showing.help();
        again();
      }
      case CANCEL -> cancel();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void consent(boolean stopped) {
    draft.profile(draft.profile().stopped(stopped));
  }

  /**
   * Undoes what can be undone; what is on its way is told the truth about when it ends. What nobody
   * is in the middle of is not what is meant where a service has something to give back.
   */
  private void cancel() {
    Conversation open = draft.conversation().orElse(null);
    Conversation c = open == null ? draft.conversations().stream().findFirst().orElse(null) : open;
    Flow service = draft.world().flows().cancelling().orElse(null);
    if (service != null && !(c != null && draft.pending(c)) && !inTheMiddle(open)) {
      opening.start(service, Map.of());
      return;
    }
    if (c == null) {
      draft.say("nothing_to_cancel");
    } else if (draft.pending(c)) {
      draft.update(c.withCancelled(true));
      draft.say("cancel_pending");
    } else {
      draft.drop(c);
      draft.say("cancelled");
    }
    if (draft.kind() == ChannelKind.USSD) showing.menu();
    else showing.last();
  }

  private boolean inTheMiddle(@Nullable Conversation open) {
    return open != null
        && open.state() == State.ASKING
        && !open.touched().plus(Wishing.FRESH).isBefore(draft.now());
  }

  // ---- keys and words of the screen

  private boolean key(Typed text) {
    Dialogue d = draft.dialogue().orElseThrow();
    String digits = text.digits();
    boolean more = digits.equals("98") || digits.equals("#");
    for (Rendered.Key key : d.keys()) {
      boolean pressed = key.digits().equals(digits) || (more && key.option().equals("@more"));
      if (!pressed) continue;
      switch (key.option()) {
        case "@back" -> opening.back();
        case "@home" -> showing.menu();
        case "@more" -> showing.more(d);
        default -> {
          continue;
        }
      }
      return true;
    }
    return digits.equals("0") && homeOnly(d);
  }

  /** Whoever has learnt that 0 leads back presses it on a first screen as well. */
  private boolean homeOnly(Dialogue d) {
    List<String> offered = d.keys().stream().map(Rendered.Key::option).toList();
    if (!offered.contains("@home") || offered.contains("@back")) return false;
    showing.menu();
    return true;
  }

  private boolean moved(GlobalWord word) {
    Dialogue d = draft.dialogue().orElseThrow();
    boolean hasMore = d.keys().stream().anyMatch(k -> k.option().equals("@more"));
    switch (word) {
      case BACK -> opening.back();
      case HOME -> showing.menu();
      case RESUME -> opening.resume();
      case MORE -> {
        if (hasMore) showing.more(d);
        return hasMore;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  // ---- what is expected

  private boolean expected(Typed text) {
    Dialogue d = draft.dialogue().orElseThrow();
    return switch (d.view()) {
      case MENU -> menu(d, text);
      case RESUME -> resume(d, text);
      case CHOOSE -> choose(d, text);
      case LEAVE -> leave(d, text);
      case PENDING, STEP -> step(text);
      case NOTHING -> waitsForCall();
    };
  }

  private boolean menu(Dialogue d, Typed text) {
    List<Question.Candidate> flows =
        showing.menuOptions(d.via().kind()).stream()
            .map(o -> new Question.Candidate(o.id(), o.label().names()))
            .toList();
    Reading reading = AnswerReader.read(choice(d, flows), text);
    Flow flow =
        reading instanceof Reading.Chosen(String id)
            ? draft.world().flows().named(id).orElse(null)
            : null;
    if (flow == null) return false;
    opening.start(flow, Map.of());
    return true;
  }

  /** Which service was meant; what is no answer to that is read as if nothing had been asked. */
  private boolean choose(Dialogue d, Typed text) {
    Wishes wishes = d.wishes();
    if (wishes == null) return false;
    List<Question.Candidate> offered =
        showing.choices(wishes).stream()
            .map(o -> new Question.Candidate(o.id(), o.label().names()))
            .toList();
    Reading reading = AnswerReader.read(choice(d, offered), text);
    if (reading instanceof Reading.Chosen(String flow) && wishing.chosen(wishes, flow)) return true;
    wishing.none(wishes);
    if (!(reading instanceof Reading.Chosen)) return false;
    showing.menu();
    return true;
  }

  /** Whether to leave what is open; what is neither yes nor no answers the open question. */
  private boolean leave(Dialogue d, Typed text) {
    Wishes wishes = d.wishes();
    Conversation c = draft.conversation().orElse(null);
    if (wishes == null || c == null) return false;
    Reading reading = AnswerReader.read(yesNo(), text);
    if (!(reading instanceof Reading.Taken(Value.Flag(boolean yes)))) return step(text);
    if (yes && wishing.chosen(wishes, wishes.offered().getFirst().flow())) return true;
    Step.Ask ask = openAsk().orElse(null);
    if (ask == null || opening.changed(c, ask)) opening.reattach(c);
    else showing.question();
    return true;
  }

  private Question yesNo() {
    return new Question(
        Step.Type.YESNO,
        Step.Bounds.NONE,
        List.of(),
        List.of(),
        false,
        draft.now(),
        draft.world().names());
  }

  private boolean resume(Dialogue d, Typed text) {
    List<Question.Candidate> ways =
        List.of("resume.go", "resume.over").stream()
            .map(n -> new Question.Candidate(n, draft.world().flows().text(n).names()))
            .toList();
    Reading reading = AnswerReader.read(choice(d, ways), text);
    if (!(reading instanceof Reading.Chosen(String way))) return false;
    String dialled = d.dialled();
    Conversation offered = opening.offered(dialled);
    // What was confirmed elsewhere since the offer was shown cannot be begun anew.
    boolean owed = offered != null && draft.pending(offered);
    if (offered != null && (owed || way.equals("resume.go"))) {
      opening.reattach(offered);
    } else {
      if (offered != null) draft.drop(offered);
      opening.dialled(dialled, false);
    }
    return true;
  }

  private Question choice(Dialogue d, List<Question.Candidate> candidates) {
    return new Question(
        Step.Type.CHOICE,
        Step.Bounds.NONE,
        candidates,
        d.keys(),
        false,
        draft.now(),
        draft.world().names());
  }

  private boolean waitsForCall() {
    if (draft.conversation().filter(draft::pending).isEmpty()) return false;
    showing.pending();
    return true;
  }

  private boolean step(Typed text) {
    Conversation c = draft.conversation().orElse(null);
    if (c == null) return false;
    if (draft.pending(c)) {
      if (draft.kind() != ChannelKind.USSD && wishing.heard(text, Where.WRONG)) return true;
      showing.pending();
      return true;
    }
    Step.Ask ask = openAsk().orElse(null);
    boolean unseen = draft.dialogue().filter(d -> d.view() == View.PENDING).isPresent();
    if (ask == null || unseen || opening.changed(c, ask)) {
      opening.reattach(c);
      return true;
    }
    answer(ask, text);
    return true;
  }

  private void answer(Step.Ask ask, Typed text) {
    Walking walking = new Walking(draft);
    if (!walking.assured(ask.needs())) return;
    Asking asking = new Asking(draft, walking);
    Reading reading = asking.read(ask, text);
    if (reading instanceof Reading.Wrong && wishing.heard(text, Where.WRONG)) return;
    if (reading instanceof Reading.LookUp && wishing.heard(text, Where.NAMING)) return;
    walking.to(asking.take(ask, reading));
  }

  /** First contact by SMS or chat: answers in the language written, and says how to change it. */
  private void meet(Typed text) {
    boolean arabic =
        text.text()
            .codePoints()
            .anyMatch(p -> Character.UnicodeScript.of(p) == Character.UnicodeScript.ARABIC);
    Language written =
        draft
            .world()
            .guess()
            .guess(text.text())
            .or(() -> arabic ? Optional.of(Language.ARY_ARAB) : Optional.empty())
            .or(() -> draft.world().flows().startedBy(text, draft.kind()).map(Started::language))
            .orElse(draft.world().settings().language());
    Set<Script> scripts = EnumSet.copyOf(draft.profile().scripts());
    if (arabic) scripts.add(Script.ARABIC); // who types it sees it
    draft.profile(draft.profile().speaking(written, scripts));
    draft.say("change_language");
  }
}
