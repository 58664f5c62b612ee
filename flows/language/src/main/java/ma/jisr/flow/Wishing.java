package ma.jisr.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import ma.jisr.flow.Lexicon.Started;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Wishes;
import ma.jisr.flow.person.Wishes.Wish;

/** Starts what start words and free text want, or asks first: which, or whether to leave. */
final class Wishing {
  /** The wishes that the engine answers itself. */
  private static final String HELP = "help";

  private static final String GREETING = "smalltalk.greeting";
  private static final String STOP = "subscription.stop";

  /** In the middle of something, a word alone is a wrong answer rather than a wish. */
  private static final int LEAST_WORDS = 2;

  /** The same where nobody serves the wish: "drop table" is no cancellation. */
  private static final int LEAST_UNSERVED = 3;

  /** Where any name is an answer, a wish is a sentence: names of places have up to three words. */
  private static final int SENTENCE = 4;

  /** What nobody has touched for so long may be left unasked: it waits as it did. */
  static final Duration FRESH = Duration.ofMinutes(30);

  /** What the person is in the middle of. */
  enum Where {
    /** Nothing: a menu, or no question at all. */
    OUTSIDE,
    /** A question, to which the text is no answer. */
    WRONG,
    /** A question that takes any name. */
    NAMING
  }

  private final Draft draft;
  private final Showing showing;
  private final Opening opening;

  Wishing(Draft draft, Showing showing, Opening opening) {
    this.draft = draft;
    this.showing = showing;
    this.opening = opening;
  }

  /** Whether the text has been dealt with: it begins with a start word, or tells of a wish. */
  boolean heard(Typed text, Where where) {
    Started started = draft.world().flows().startedBy(text, draft.kind()).orElse(null);
    if (started != null && !(where == Where.NAMING && isPartOfName(started, text)))
      return started(started, text, where);
    // Figures alone, a position among them, answer what was asked: no sentence is without letters.
    if (where == Where.NAMING && text.isFigures()) return false;
    int words = where == Where.OUTSIDE ? 1 : where == Where.WRONG ? LEAST_WORDS : SENTENCE;
    if (text.words().size() < words) return false;
    return switch (understood(text)) {
      case Understood.Sure sure -> sure(sure, text, where);
      case Understood.Unsure unsure -> where == Where.OUTSIDE && unsure(unsure);
      case Understood.Nothing(var unresolved) -> {
        if (where == Where.OUTSIDE) unresolved.ifPresent(draft::effect);
        yield false;
      }
    };
  }

  /** Trades begin names: who is asked for a shop's writes "épicerie Baraka". */
  private static boolean isPartOfName(Started started, Typed text) {
    boolean whole = started.flow().start().habits().whole();
    boolean asks = !started.flow().start().intents().isEmpty();
    return whole && asks && text.words().size() > 1;
  }

  private Understood understood(Typed text) {
    return draft.world().freeText().understand(text.text(), draft.profile());
  }

  private boolean meansElse(Typed text, Flow flow) {
    List<String> own = flow.start().intents();
    return draft.world().freeText().meansElse(text.text(), draft.profile(), own);
  }

  /**
   * A start word and what follows it. A word or a code is taken as it stands unless something else
   * is meant beyond doubt ("wifi makhdamch"); of more words the sentence tells what is wanted:
   * "wifi gratuit chichaoua", "wifi en panne à Chichaoua".
   */
  private boolean started(Started started, Typed text, Where where) {
    Flow flow = started.flow();
    Map<String, String> ahead = new HashMap<>(Opening.rest(flow, started.rest()));
    String rest = started.rest().strip();
    boolean sentence = rest.indexOf(' ') > 0;
    boolean words = !takesWords(flow) && rest.codePoints().anyMatch(Character::isLetter);
    // One word is nearly always what it seems: its values are read only where it may be another.
    boolean read = words && (sentence || meansElse(text, flow));
    if (read && understood(text) instanceof Understood.Sure sure) {
      boolean another = !flow.start().intents().contains(sure.wish().intent());
      if (another && (sentence || (sure.certain() && !names(flow, sure.wish()))))
        return sure(sure, text, where);
      if (sentence) ahead.putAll(told(flow, sure.wish()));
    }
    go(new Wish(flow.id(), ahead), flow);
    return true;
  }

  /**
   * What a sentence behind a start word has answered. What the first type of value says is better
   * than the words it was said in; a lesser one is not: "ticket baraka amizmiz" means a shop there,
   * and no place.
   */
  private static Map<String, String> told(Flow flow, Understood.Wish wish) {
    Map<String, String> told = ahead(flow, wish);
    String rest = flow.start().rest();
    List<String> types = rest == null ? null : flow.start().fills().get(rest);
    boolean first = types != null && wish.values().containsKey(types.getFirst());
    if (rest != null && !first) told.remove(rest);
    return told;
  }

  /** Whether what follows the start word is any words at all ("HS 1042 OK"): no wish is in them. */
  private static boolean takesWords(Flow flow) {
    String rest = flow.start().rest();
    return rest != null
        && flow.steps().get(rest) instanceof Step.Ask ask
        && ask.type() == Step.Type.TEXT;
  }

  /** Whether the wish has found a value of the kind that stands behind the flow's start word. */
  private static boolean names(Flow flow, Understood.Wish wish) {
    String step = flow.start().rest();
    if (step == null) return false;
    for (String type : flow.start().fills().getOrDefault(step, List.of()))
      if (wish.values().containsKey(type)) return true;
    return false;
  }

  private boolean sure(Understood.Sure sure, Typed text, Where where) {
    Understood.Wish wish = sure.wish();
    Flow flow = flow(wish.intent()).orElse(null);
    if (flow != null && where == Where.NAMING && !answers(wish, flow)) return false;
    if (flow != null) {
      go(new Wish(flow.id(), ahead(flow, wish)), flow);
      return true;
    }
    if (where == Where.NAMING) return false;
    return switch (wish.intent()) {
      case HELP -> {
        showing.help();
        if (where == Where.WRONG) showing.question();
        else if (draft.kind() == ChannelKind.USSD) showing.menu();
        else showing.last();
        yield true;
      }
      case GREETING -> {
        if (where == Where.OUTSIDE) showing.menu();
        yield where == Where.OUTSIDE;
      }
      default -> {
        if (where == Where.WRONG && !interrupts(sure, text)) yield false;
        draft.effect(new Effect.Count("wish.unmet", Map.of("intent", wish.intent())));
        draft.say(wish.intent().equals(STOP) ? "how_to_stop" : "not_offered");
        if (where == Where.OUTSIDE) showing.menu();
        else showing.question();
        yield true;
      }
    };
  }

  /** Whether a wish that nobody serves is worth saying so before a question comes again. */
  private boolean interrupts(Understood.Sure sure, Typed text) {
    return sure.certain()
        && text.words().size() >= LEAST_UNSERVED
        && !Expectation.meets(draft, text);
  }

  /** Whether a sentence, where a name is asked, wants something else or holds that name. */
  private boolean answers(Understood.Wish wish, Flow flow) {
    Conversation c = draft.speaking();
    return !c.flow().equals(flow.id()) || ahead(flow, wish).containsKey(c.frame().step());
  }

  /** Asks which is meant; not twice in a row: who could not choose wants the menu. */
  private boolean unsure(Understood.Unsure unsure) {
    Map<String, Wish> offered = new LinkedHashMap<>();
    for (Understood.Wish wish : unsure.wishes())
      flow(wish.intent())
          .filter(flow -> !draft.world().flows().hides(flow))
          .ifPresent(
              flow -> offered.putIfAbsent(flow.id(), new Wish(flow.id(), ahead(flow, wish))));
    Effect.Unresolved unresolved = unsure.unresolved().orElse(null);
    boolean again = draft.dialogue().filter(d -> d.view() == Dialogue.View.CHOOSE).isPresent();
    if (offered.isEmpty() || again) {
      if (unresolved != null) draft.effect(unresolved);
      return false;
    }
    List<Wish> wishes = List.copyOf(offered.values());
    showing.choose(
        unresolved == null
            ? new Wishes(wishes, null, null, "")
            : new Wishes(wishes, unresolved.masked(), unresolved.language(), unresolved.guess()));
    return true;
  }

  private Optional<Flow> flow(String intent) {
    return draft
        .world()
        .flows()
        .byIntent(intent)
        .filter(flow -> flow.channels().contains(draft.kind()));
  }

  /** The values that the flow takes, by the steps that ask for them and its own names for them. */
  private static Map<String, String> ahead(Flow flow, Understood.Wish wish) {
    Map<String, String> ahead = new HashMap<>();
    take(flow.start().fills(), wish, ahead);
    take(flow.start().said(), wish, ahead);
    return ahead;
  }

  private static void take(
      SequencedMap<String, List<String>> wanted, Understood.Wish wish, Map<String, String> into) {
    wanted.forEach(
        (name, types) -> {
          for (String type : types.reversed())
            if (wish.values().containsKey(type)) into.put(name, wish.values().get(type));
        });
  }

  /** Starts it, unless something would be lost by that: then asks. */
  private void go(Wish wish, Flow flow) {
    Conversation open = draft.conversation().orElse(null);
    boolean another = open != null && !open.flow().equals(flow.id()) && atStake(open);
    if (another) showing.leave(Wishes.of(wish));
    else opening.start(flow, wish.ahead());
  }

  /**
   * Whether something would be left half done: an operation that the person waits for is still to
   * come, and either it is one that is always read back, or an answer has been given. A list that
   * has been shown, or a question that has only been opened, is no loss.
   */
  private boolean atStake(Conversation c) {
    boolean fresh = !c.touched().plus(FRESH).isBefore(draft.now());
    if (c.state() != State.ASKING || draft.pending(c) || !fresh) return false;
    boolean answered = !c.frame().path().isEmpty() || !c.callers().isEmpty();
    List<String> flows = new ArrayList<>(List.of(c.frame().flow()));
    c.callers().forEach(caller -> flows.add(caller.flow()));
    int open = flows.size();
    // What they run is still to come as well: a payment, once something has been answered.
    for (int i = 0; i < flows.size(); i++) {
      String id = flows.get(i);
      for (Step step :
          draft.world().flows().named(id).map(f -> f.steps().values()).orElse(List.of())) {
        if (step instanceof Step.Call call
            && ahead(call, id, c)
            && (isGrave(call) || (answered && i < open))) return true;
        boolean runs = answered && step instanceof Step.Go go && !flows.contains(go.flow());
        if (runs) flows.add(((Step.Go) step).flow());
      }
    }
    return false;
  }

  /** Whether the call is a command that has not been made yet and that somebody will wait for. */
  private boolean ahead(Step.Call call, String flow, Conversation c) {
    boolean waited = call.within() == null || !call.within().isZero();
    boolean made = c.visits().containsKey(flow + "/" + call.name());
    return waited
        && !made
        && operation(call).filter(o -> o.kind() == Operation.Kind.COMMAND).isPresent();
  }

  private boolean isGrave(Step.Call call) {
    return operation(call).filter(o -> !o.traits().isEmpty()).isPresent();
  }

  private Optional<Operation> operation(Step.Call call) {
    return draft.world().operations().named(call.operation());
  }

  // ---- answers to what was asked

  /** Starts the one chosen, at once: its flow reads back what needs reading back. */
  boolean chosen(Wishes wishes, String flow) {
    for (Wish wish : wishes.offered()) {
      Flow found = draft.world().flows().named(wish.flow()).orElse(null);
      if (found == null || !wish.flow().equals(flow)) continue;
      opening.start(found, wish.ahead());
      return true;
    }
    return false;
  }

  /** It was none of them: counted, and on the list of what is to be learnt. */
  void none(Wishes wishes) {
    draft.effect(new Effect.Count("wish.none", Map.of("guess", wishes.guess())));
    if (wishes.masked() != null && wishes.written() != null)
      draft.effect(new Effect.Unresolved(wishes.masked(), wishes.written(), wishes.guess()));
  }
}
