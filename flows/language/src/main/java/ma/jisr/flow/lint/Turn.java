package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.value.Value;

/**
 * One message that a flow can send: the step at which it stops, and the texts said on the way
 * there, which are joined.
 *
 * @param step where the person reads it
 * @param parts its texts
 */
record Turn(Step step, List<Message> parts) {
  /** Ways to say things before one question; a flow with more is not understood by its readers. */
  private static final int MAX_TURNS = 200;

  /** All turns of the flow, in the order of its steps. */
  static List<Turn> of(Subject subject) {
    Set<Turn> turns = new LinkedHashSet<>();
    Set<String> begins = new LinkedHashSet<>(subject.edges().entries());
    for (Step step : subject.flow().steps().values())
      if (step instanceof Step.Ask || step instanceof Step.Wait)
        begins.addAll(subject.edges().after(step.name()));
    for (String begin : begins) walk(begin, List.of(), subject, new HashSet<>(), turns);
    extras(subject, turns);
    return List.copyOf(turns);
  }

  private static void walk(
      String name, List<Message> said, Subject subject, Set<String> seen, Set<Turn> turns) {
    Step step = subject.flow().steps().get(name);
    if (step == null || !seen.add(name) || turns.size() > MAX_TURNS) return;
    switch (step) {
      case Step.Ask ask -> turns.add(new Turn(ask, with(said, ask.message(), subject)));
      case Step.End end -> {
        List<Message> last = end.message() == null ? said : with(said, end.message(), subject);
        if (!last.isEmpty()) turns.add(new Turn(end, last));
      }
      case Step.Say say -> next(name, with(said, say.message(), subject), subject, seen, turns);
      case Step.Wait wait -> {
        if (!said.isEmpty()) turns.add(new Turn(wait, said));
      }
      case Step.Notify n -> {
        turns.add(new Turn(n, with(List.of(), n.message(), subject)));
        next(name, said, subject, seen, turns);
      }
      case Step.Call call -> {
        if (call.last() != null) turns.add(new Turn(call, with(said, call.last(), subject)));
        next(name, said, subject, seen, turns);
      }
      case Step.When when -> next(name, said, subject, seen, turns);
      case Step.Go go -> next(name, said, subject, seen, turns);
    }
    seen.remove(name);
  }

  private static void next(
      String from, List<Message> said, Subject subject, Set<String> seen, Set<Turn> turns) {
    for (String next : subject.edges().after(from)) walk(next, said, subject, seen, turns);
  }

  private static List<Message> with(List<Message> said, String message, Subject subject) {
    List<Message> all = new ArrayList<>(said);
    Message found = subject.flow().messages().get(message);
    if (found != null) all.add(found);
    return List.copyOf(all);
  }

  /** What is said when nothing was found, or when an answer is late. */
  private static void extras(Subject subject, Set<Turn> turns) {
    for (Step step : subject.flow().steps().values()) {
      if (step instanceof Step.Ask ask
          && ask.unknown() != null
          && ask.unknown().message() != null) {
        List<Message> unknown = with(List.of(), ask.unknown().message(), subject);
        turns.add(new Turn(ask, with(unknown, ask.message(), subject)));
      }
      if (step instanceof Step.Call call && call.late() != null && call.late().message() != null)
        turns.add(new Turn(call, with(List.of(), call.late().message(), subject)));
    }
    for (Message message : subject.flow().messages().values())
      if (!isSaid(message.name(), subject)) turns.add(new Turn(notice(message), List.of(message)));
  }

  /** A message that no step says is one that the service sends of its own accord. */
  private static Step notice(Message message) {
    Expression self = new Expression.Path(List.of("user"));
    return new Step.Notify(
        message.name(), message.line(), null, self, message.name(), ChannelKind.SMS, false);
  }

  private static boolean isSaid(String message, Subject subject) {
    if (message.equals("title")) return true;
    return subject.flow().steps().values().stream().anyMatch(step -> says(step, message));
  }

  private static boolean says(Step step, String message) {
    return switch (step) {
      case Step.Ask ask ->
          message.equals(ask.message())
              || ask.options().values().stream().anyMatch(o -> message.equals(o.message()))
              || (ask.unknown() != null && message.equals(ask.unknown().message()));
      case Step.Say say -> message.equals(say.message());
      case Step.Call call ->
          message.equals(call.last())
              || (call.late() != null && message.equals(call.late().message()));
      case Step.Notify notify -> message.equals(notify.message());
      case Step.End end -> message.equals(end.message());
      case Step.When when -> false;
      case Step.Go go -> false;
      case Step.Wait wait -> false;
    };
  }

  /** The screen at its longest on this kind of channel. */
  Screen worst(Subject subject, ChannelKind kind) {
    List<Screen.Option> options = new ArrayList<>();
    if (step instanceof Step.Ask ask) {
      int digit = 0;
      boolean listed = ask.source() != null && !ask.looksUp();
      if (listed)
        subject
            .scope()
            .listed(ask, subject.operations())
            .ifPresent(list -> options.addAll(items(list)));
      boolean offered = !ask.offers().isEmpty() || ask.offering() != null;
      if (offered) options.addAll(offers(ask, subject));
      for (Step.Choice option : ask.options().values()) {
        Message label = subject.flow().messages().get(option.message());
        if (label == null || !option.on(kind)) continue;
        digit++;
        Map<String, Value> values = subject.worst(List.of(label));
        options.add(
            new Screen.Option(
                option.value(), label, listed || offered ? "" : Integer.toString(digit), values));
      }
    }
    boolean asks = step instanceof Step.Ask;
    return new Screen(parts, subject.worst(parts), options, asks ? WAYS_OUT : Screen.Footer.NONE);
  }

  private static final Screen.Footer WAYS_OUT = new Screen.Footer(true, true);

  /** The last places used and the home commune, each as long as a found one; and what is listed. */
  private static List<Screen.Option> offers(Step.Ask ask, Subject subject) {
    List<Screen.Option> all = new ArrayList<>(places(ask, subject));
    if (ask.offering() != null)
      subject
          .operations()
          .named(ask.offering().operation())
          .flatMap(Scope::items)
          .ifPresent(list -> all.addAll(items(list)));
    return all;
  }

  private static List<Screen.Option> places(Step.Ask ask, Subject subject) {
    int most = 0;
    if (ask.offers().contains(Step.Offer.LAST)) most += Profile.MAX_LAST_PLACES;
    if (ask.offers().contains(Step.Offer.HOME)) most++;
    int places = most;
    if (places == 0) return List.of();
    return subject
        .scope()
        .listed(ask, subject.operations())
        .map(list -> items(FieldType.items(list.longest(), places, Map.of())))
        .orElse(List.of());
  }

  private static List<Screen.Option> items(FieldType list) {
    return WorstCase.items(list).items().stream().map(Screen.Option::of).toList();
  }

  /** Whether it is read on this kind of channel. */
  boolean isOn(ChannelKind kind, Set<ChannelKind> channels) {
    if (step instanceof Step.Notify) return kind == ChannelKind.SMS;
    return channels.contains(kind);
  }
}
