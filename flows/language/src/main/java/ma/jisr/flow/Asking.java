package ma.jisr.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.flow.input.AnswerReader;
import ma.jisr.flow.input.Question;
import ma.jisr.flow.input.Reading;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Opens a question, and reads its answers. */
final class Asking {
  /** A true field of this name keeps an item from being offered as a place again. */
  private static final String PASSING = "passing";

  /** The third wrong answer brings a human. */
  private static final int PATIENCE = 3;

  /** Items kept for one question: 16 pages; see {@link LongList} for what they weigh. */
  private static final int MAX_ITEMS = 128;

  private final Draft draft;
  private final Walking walking;
  private final Showing showing;

  Asking(Draft draft, Walking walking) {
    this.draft = draft;
    this.walking = walking;
    this.showing = new Showing(draft);
  }

  /** Opens a question: asks for its list, takes what was typed ahead, or shows it. */
  @Nullable String open(Step.Ask ask) {
    if (!walking.assured(ask.needs())) return Walking.WAIT;
    if (ask.offering() != null)
      return new Calling(draft, walking).list(ask, ask.offering(), Map.of());
    if (!ask.looksUp() && ask.source() instanceof Step.Source.Asked asked)
      return new Calling(draft, walking).list(ask, asked, Map.of());
    return opened(ask);
  }

  private @Nullable String opened(Step.Ask ask) {
    Conversation c = draft.speaking();
    if (isEmpty(ask)) return nothing(ask);
    String ahead = Held.ahead(c, ask.name());
    if (ahead != null) {
      draft.update(Held.used(c, ask.name()));
      Reading reading = ahead(ask, ahead);
      if (!(reading instanceof Reading.Wrong || reading instanceof Reading.Outside))
        return take(ask, reading);
    }
    showing.question();
    return Walking.WAIT;
  }

  /** Whether there is nothing to choose from; what is looked up can be typed all the same. */
  private boolean isEmpty(Step.Ask ask) {
    if (ask.looksUp())
      return ask.offering() != null
          && ask.empty() != null
          && new Options(draft).list(ask).items().isEmpty();
    return ask.source() != null && new Options(draft).of(ask).isEmpty();
  }

  /**
   * As if it were typed now; a fixed option is also meant by its own name ("fr") and by its digit,
   * which is the same on every screen.
   */
  private Reading ahead(Step.Ask ask, String text) {
    Step.Choice option = ask.options().get(text);
    if (option != null && option.on(draft.kind())) return new Reading.Chosen("." + text);
    for (Options.Offered one : new Options(draft).of(ask))
      if (text.equals(one.shown().digit())) return new Reading.Chosen(one.shown().id());
    return read(ask, new Typed(text));
  }

  private String nothing(Step.Ask ask) {
    if (ask.empty() != null) return ask.empty();
    draft.say("nothing_found");
    return Step.HOME;
  }

  /** The open question's reading of a text. */
  Reading read(Step.Ask ask, Typed text) {
    List<Options.Offered> offered = new Options(draft).of(ask);
    Dialogue d =
        draft
            .dialogue()
            .filter(x -> x.view() == Dialogue.View.STEP)
            .filter(x -> draft.speaking().id().equals(x.conversation()))
            .orElse(null);
    List<Rendered.Key> keys = d == null ? List.of() : d.keys();
    int shown = 0;
    for (Rendered.Key key : keys) if (!key.option().startsWith("@")) shown++;
    List<Question.Candidate> candidates = new ArrayList<>(offered.size());
    for (Options.Offered one : offered) candidates.add(one.candidate());
    return AnswerReader.read(
        new Question(
            ask.type(),
            ask.bounds(),
            candidates,
            keys,
            shown < offered.size(),
            draft.now(),
            draft.world().names()),
        text);
  }

  /** What a reading leads to: the next step. */
  @Nullable String take(Step.Ask ask, Reading reading) {
    return switch (reading) {
      case Reading.Taken(Value value) ->
          ask.looksUp() ? free(ask, value, false) : accept(ask, value, then(ask, value));
      case Reading.Around(Value value) -> ask.looksUp() ? free(ask, value, true) : wrong(ask);
      case Reading.Chosen(String id) -> {
        Options.Offered chosen = offered(ask, id);
        if (chosen == null) yield wrong(ask); // the list has changed since it was shown
        String then = chosen.then() == null ? ask.then() : chosen.then();
        yield accept(ask, chosen.value(), then);
      }
      case Reading.Among among -> among(ask, among);
      case Reading.Either(Value first, Value second) ->
          narrow(List.of(spelt(first), spelt(second)), "which_one");
      case Reading.LookUp(String text) -> lookUp(ask, Map.of("text", new Value.Text(text)));
      case Reading.Outside() -> outside(ask);
      case Reading.Wrong() -> wrong(ask);
    };
  }

  private String lookUp(Step.Ask ask, Map<String, Value> what) {
    Step.Source.Asked source = (Step.Source.Asked) Objects.requireNonNull(ask.source());
    return new Calling(draft, walking).list(ask, source, what);
  }

  /** A time must be free: the operation says whether it is, or what is near it. */
  private String free(Step.Ask ask, Value at, boolean about) {
    return lookUp(ask, Map.of("at", at, "about", new Value.Flag(about)));
  }

  private Options.@Nullable Offered offered(Step.Ask ask, String id) {
    for (Options.Offered one : new Options(draft).of(ask))
      if (one.shown().id().equals(id)) return one;
    return null;
  }

  private static @Nullable String then(Step.Ask ask, Value value) {
    boolean refused = value instanceof Value.Flag(boolean yes) && !yes && ask.refused() != null;
    return refused ? ask.refused() : ask.then();
  }

  private @Nullable String accept(Step.Ask ask, Value value, @Nullable String then) {
    Conversation c = Held.value(draft.speaking(), ask.as(), value);
    c = Held.path(c, Held.longer(c.frame().path(), ask.name()));
    draft.update(c.withTries(0));
    boolean place =
        ask.type() == Step.Type.PLACE
            && ask.offering() == null
            && !draft.world().flows().personal(draft.speaking());
    if (place && value instanceof Value.Item item && !isPassing(item)) remember(item);
    return then;
  }

  /** Whether it stands for something else than a place where somebody may be again. */
  private static boolean isPassing(Value.Item item) {
    return item.fields().get(PASSING) instanceof Value.Flag(boolean passing) && passing;
  }

  /** Newest first, so that the next time one digit will do. */
  private void remember(Value.Item place) {
    Profile p = draft.profile();
    List<Value.Item> places = new ArrayList<>(p.lastPlaces());
    places.removeIf(old -> old.id().equals(place.id()));
    places.addFirst(place);
    List<Value.Item> kept = places.subList(0, Math.min(places.size(), Profile.MAX_LAST_PLACES));
    draft.profile(p.asking(kept));
  }

  private String among(Step.Ask ask, Reading.Among among) {
    List<Value.Item> few = new ArrayList<>();
    for (Options.Offered offered : new Options(draft).of(ask))
      if (among.options().contains(offered.shown().id())) few.add(item(offered));
    return narrow(few, among.doubt() ? "did_you_mean" : "which_one");
  }

  private static Value.Item item(Options.Offered offered) {
    if (offered.value() instanceof Value.Item item) return item;
    Map<ma.jisr.base.Language, String> label = new HashMap<>();
    offered.shown().label().variants().forEach((l, variants) -> label.put(l, variants.getFirst()));
    return new Value.Item(
        offered.shown().id(), new LocalText(label), Map.of(Options.VALUE, offered.value()));
  }

  private static Value.Item spelt(Value value) {
    String label = value instanceof Value.Amount(long c) ? new Money(c).text() : Values.word(value);
    return new Value.Item(Values.word(value), LocalText.same(label), Map.of(Options.VALUE, value));
  }

  private String narrow(List<Value.Item> few, String text) {
    draft.update(Held.value(draft.speaking(), Held.NARROW, new Value.Items(few)));
    draft.say(text);
    showing.question();
    return Walking.WAIT;
  }

  private String outside(Step.Ask ask) {
    Step.Bounds bounds = ask.bounds();
    boolean sized = ask.type() == Step.Type.NUMBER || ask.type() == Step.Type.AMOUNT;
    if (!sized) return Objects.requireNonNullElse(wrong(ask), Walking.WAIT);
    Map<String, Value> limits = new HashMap<>();
    if (bounds.least() != Long.MIN_VALUE) limits.put("least", limit(ask, bounds.least()));
    if (bounds.most() != Long.MAX_VALUE) limits.put("most", limit(ask, bounds.most()));
    String text =
        limits.size() == 2 ? "out_of_range" : limits.containsKey("least") ? "at_least" : "at_most";
    draft.say(text, limits);
    draft.count("outside", ask.name());
    showing.question();
    return Walking.WAIT;
  }

  private static Value limit(Step.Ask ask, long number) {
    return ask.type() == Step.Type.AMOUNT ? new Value.Amount(number) : new Value.Whole(number);
  }

  /** The ladder: an example, then a short list, then a human. Each rung is counted. */
  @Nullable String wrong(Step.Ask ask) {
    Conversation c = Held.value(draft.speaking(), Held.NARROW, null);
    int tries = c.tries() + 1;
    draft.update(c.withTries(tries));
    draft.effect(
        new Effect.Count(
            "wrong", Map.of("flow", draft.flow().id(), "step", ask.name(), "tries", "" + tries)));
    Step.Unknown unknown = ask.unknown();
    if (unknown != null && tries >= unknown.tries()) {
      if (unknown.message() != null) walking.say(unknown.message());
      return unknown.then() == null ? Step.HOME : unknown.then();
    }
    if (tries >= PATIENCE) {
      draft.say("human", Map.of("contact", contact()));
      return Step.HOME;
    }
    boolean list = tries > 1 && !new Options(draft).of(ask).isEmpty();
    if (unknown != null && unknown.message() != null) walking.say(unknown.message());
    else draft.say(list ? "short_list" : "again." + ask.type().name().toLowerCase(Locale.ROOT));
    showing.question();
    return Walking.WAIT;
  }

  private Value contact() {
    return new Value.Text(draft.world().settings().contact());
  }

  /**
   * The answer of the operation behind the question: its list, or what a name may mean.
   *
   * @param operation which of them has answered
   */
  @Nullable String listed(Step.Ask ask, String operation, OperationResult result) {
    if (draft.speaking().state() != Conversation.State.MOVED)
      draft.update(draft.speaking().withState(Conversation.State.ASKING, draft.now()));
    List<Value.Item> items = new ArrayList<>();
    for (Value value : result.values().values()) {
      if (value instanceof Value.Items many) items.addAll(many.items());
      else if (value instanceof Value.Item one) items.add(one);
    }
    if (items.size() > MAX_ITEMS) items = items.subList(0, MAX_ITEMS);
    boolean offered = ask.offering() != null && ask.offering().operation().equals(operation);
    if (offered || !ask.looksUp()) {
      draft.update(Held.value(draft.speaking(), Held.LIST, LongList.kept(items)));
      return opened(ask);
    }
    if (items.isEmpty()) return unknownPlace(ask);
    if (items.size() == 1 && result.outcome().equals("sure"))
      return accept(ask, Options.meaning(items.getFirst()), ask.then());
    if (ask.type() == Step.Type.SLOT) return narrow(items, "free_times");
    return narrow(items, items.size() == 1 ? "did_you_mean" : "which_one");
  }

  private @Nullable String unknownPlace(Step.Ask ask) {
    Step.Unknown unknown = ask.unknown();
    if (unknown != null && unknown.record() != null) draft.count(unknown.record(), ask.name());
    return wrong(ask);
  }
}
