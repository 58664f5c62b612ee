package ma.jisr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.input.Question;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** What can be chosen at an open question, and what choosing it gives. */
final class Options {
  /** Held beside the label of an item that stands for a value of another type. */
  static final String VALUE = "value";

  /**
   * An option with its meaning.
   *
   * @param shown as the renderer takes it
   * @param names by which it can be typed
   * @param value that it gives
   * @param then where it goes; null for the ask's own successor
   */
  record Offered(
      Screen.Option shown, Collection<String> names, Value value, @Nullable String then) {
    Question.Candidate candidate() {
      return new Question.Candidate(shown.id(), names);
    }
  }

  private final Draft draft;

  Options(Draft draft) {
    this.draft = draft;
  }

  List<Offered> of(Step.Ask ask) {
    Conversation c = draft.speaking();
    if (c.frame().values().get(Held.NARROW) instanceof Value.Items few) return items(few.items());
    List<Offered> all = new ArrayList<>();
    if (ask.type() == Step.Type.YESNO) {
      all.add(flag("yes", "1", true, null));
      all.add(flag("no", "2", false, ask.refused()));
    }
    all.addAll(offers(ask));
    all.addAll(items(list(ask).items()));
    boolean fixed = all.isEmpty();
    Flow flow = draft.flow();
    int digit = 0;
    for (Step.Choice choice : ask.options().values()) {
      digit++;
      Message label = flow.messages().get(choice.message());
      if (!choice.on(draft.kind()) || label == null || !offered(choice)) continue;
      List<String> names = new ArrayList<>(label.names());
      choice.words().values().forEach(names::addAll);
      Map<String, Value> values = new Values(draft).placeholders(label);
      Screen.Option shown =
          new Screen.Option("." + choice.value(), label, fixed ? "" + digit : "", values);
      all.add(new Offered(shown, names, new Value.Text(choice.value()), choice.then()));
    }
    return all;
  }

  private boolean offered(Step.Choice choice) {
    if (choice.only() == null) return true;
    Value value = new Values(draft).of(choice.only()).orElse(null);
    return value != null && !(value instanceof Value.Flag(boolean flag) && !flag);
  }

  /** What an item means: itself, or the value that it stands for. */
  static Value meaning(Value.Item item) {
    return item.fields().getOrDefault(VALUE, item);
  }

  /** What {@code from} gives: held under its own name, or kept for this question. */
  Value.Items list(Step.Ask ask) {
    if (ask.source() instanceof Step.Source.Held(var path)
        && new Values(draft).of(path).orElse(null) instanceof Value.Items held) return held;
    return switch (draft.speaking().frame().values().get(Held.LIST)) {
      case Value.Items kept -> kept;
      case Value.Text(String kept) -> new Value.Items(LongList.items(kept));
      case null, default -> new Value.Items(List.of());
    };
  }

  private List<Offered> offers(Step.Ask ask) {
    List<Value.Item> places = new ArrayList<>();
    for (Step.Offer offer : ask.offers()) {
      switch (offer) {
        case LAST -> places.addAll(draft.profile().lastPlaces());
        case HOME -> {
          Value.Item home = draft.profile().home();
          if (home != null && places.stream().noneMatch(p -> p.id().equals(home.id())))
            places.add(home);
        }
      }
    }
    return items(places);
  }

  private static List<Offered> items(List<Value.Item> items) {
    List<Offered> all = new ArrayList<>(items.size());
    for (Value.Item item : items) {
      Value value = meaning(item);
      all.add(new Offered(Screen.Option.of(item), item.label().byLanguage().values(), value, null));
    }
    return all;
  }

  private Offered flag(String name, String digit, boolean flag, @Nullable String then) {
    Message label = draft.world().flows().text("answer." + name);
    Screen.Option shown = new Screen.Option("." + name, label, digit, Map.of());
    return new Offered(shown, label.names(), new Value.Flag(flag), then);
  }
}
