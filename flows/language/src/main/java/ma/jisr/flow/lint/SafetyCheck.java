package ma.jisr.flow.lint;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;

/**
 * Calls that cannot be taken back: once, by somebody we are sure of, after reading back what for.
 */
final class SafetyCheck implements Check {
  private static final Set<Operation.Trait> GRAVE =
      EnumSet.of(
          Operation.Trait.MOVES_MONEY,
          Operation.Trait.ASKS_TO_PAY,
          Operation.Trait.ERASES,
          Operation.Trait.PUBLISHES,
          Operation.Trait.CHANGES_RIGHTS);

  @Override
  public void check(Subject subject, Report report) {
    Map<String, Set<String>> before = subject.edges().before();
    for (Step step : subject.flow().steps().values()) {
      if (!(step instanceof Step.Call call)) continue;
      Optional<Operation> operation = subject.operations().named(call.operation());
      if (operation.isEmpty()) continue;
      if (operation.get().traits().stream().anyMatch(GRAVE::contains))
        grave(call, operation.get(), before, subject, report);
      if (operation.get().traits().contains(Operation.Trait.ASKS_TO_PAY))
        asksToPay(call, before, subject, report);
    }
  }

  private static void grave(
      Step.Call call,
      Operation operation,
      Map<String, Set<String>> before,
      Subject subject,
      Report report) {
    String does = call.operation() + " " + doing(operation);
    if (!call.once()) report.error(call, does + " without once", "add once: true");
    if (call.needs() == null) {
      report.error(call, does + " without needs", "add needs: network, or more");
    } else if (call.needs().compareTo(operation.needs()) < 0) {
      report.error(
          call,
          does + " and accepts no less than " + name(operation),
          "write needs: " + name(operation));
    }
    Set<String> asks = new LinkedHashSet<>();
    asksBefore(call.name(), before, subject, new HashSet<>(), asks);
    Set<String> given = given(call, subject);
    boolean readBack = !asks.isEmpty() && asks.stream().allMatch(a -> reads(a, given, subject));
    if (!readBack)
      report.error(
          call,
          does + " without a read-back",
          "put an ask: yesno with refused before it, whose text names "
              + (given.isEmpty() ? "what will happen" : "{" + String.join("}, {", given) + "}"));
  }

  /** The provider asks for a PIN: on a handset that is free, of somebody who has read what for. */
  private static void asksToPay(
      Step.Call call, Map<String, Set<String>> before, Subject subject, Report report) {
    if (!call.afterEnd())
      report.error(
          call,
          call.operation() + " makes the handset ask for a PIN while our dialogue is open",
          "add after: end");
    if (!subject.flow().personal())
      report.error(
          call,
          call.operation() + " asks to pay in a flow that is not private",
          "add private: true");
    Set<String> asks = new LinkedHashSet<>();
    asksBefore(call.name(), before, subject, new HashSet<>(), asks);
    Set<String> given = given(call, subject);
    for (String ask : asks)
      if (reads(ask, given, subject)
          && subject.flow().steps().get(ask) instanceof Step.Ask last
          && !names(last, subject))
        report.error(
            call,
            call.operation() + " after " + ask + ", which does not say how much and to whom",
            "name an amount and a name in every variant of its text");
  }

  /** Whether each variant of what is asked names an amount and somebody. */
  private static boolean names(Step.Ask ask, Subject subject) {
    Message message = subject.flow().messages().get(ask.message());
    if (message == null) return true; // told already
    for (List<String> variants : message.variants().values())
      for (String variant : variants)
        if (!names(variant, Kind.AMOUNT, subject)
            || !(names(variant, Kind.TEXT, subject) || names(variant, Kind.LOCAL, subject)))
          return false;
    return true;
  }

  private static boolean names(String variant, Kind kind, Subject subject) {
    return Placeholders.of(variant).stream()
        .anyMatch(n -> subject.scope().type(n).filter(type -> type.kind() == kind).isPresent());
  }

  private static String doing(Operation operation) {
    return switch (operation.traits().stream().filter(GRAVE::contains).sorted().findFirst().get()) {
      case MOVES_MONEY -> "moves money";
      case ERASES -> "erases";
      case PUBLISHES -> "publishes";
      case CHANGES_RIGHTS -> "changes rights";
      case ASKS_TO_PAY -> "asks to pay";
    };
  }

  private static String name(Operation operation) {
    return operation.needs().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The last questions before a step, on every way that leads to it. */
  private static void asksBefore(
      String to,
      Map<String, Set<String>> before,
      Subject subject,
      Set<String> seen,
      Set<String> asks) {
    if (subject.edges().entries().contains(to)) asks.add(to);
    for (String from : before.getOrDefault(to, Set.of())) {
      if (subject.flow().steps().get(from) instanceof Step.Ask) asks.add(from);
      else if (seen.add(from)) asksBefore(from, before, subject, seen, asks);
    }
  }

  /** The answers of the person that the call acts on. */
  private static Set<String> given(Step.Call call, Subject subject) {
    Set<String> given = new LinkedHashSet<>();
    Set<String> asked = new HashSet<>();
    for (Step step : subject.flow().steps().values())
      if (step instanceof Step.Ask ask && ask.type() != Step.Type.YESNO) asked.add(ask.as());
    for (Expression value : call.with().values())
      if (value instanceof Expression.Path path && asked.contains(path.names().getFirst()))
        given.add(path.names().getFirst());
    return given;
  }

  /**
   * Whether it is a yes/no that names what was given, or asks for the code that the call takes: it
   * was sent to prove who reads it, with what it is for.
   */
  private static boolean reads(String name, Set<String> given, Subject subject) {
    if (!(subject.flow().steps().get(name) instanceof Step.Ask ask)) return false;
    boolean proof = ask.type() == Step.Type.CODE && given.contains(ask.as());
    if (!proof && (ask.type() != Step.Type.YESNO || ask.refused() == null)) return false;
    Message message = subject.flow().messages().get(ask.message());
    if (message == null) return false;
    for (List<String> variants : message.variants().values())
      for (String variant : variants) {
        Set<String> named = names(variant);
        if (proof) named.add(ask.as());
        if (!named.containsAll(given)) return false;
      }
    return true;
  }

  private static Set<String> names(String variant) {
    Set<String> names = new HashSet<>();
    for (String name : Placeholders.of(variant)) {
      int dot = name.indexOf('.');
      names.add(dot < 0 ? name : name.substring(0, dot));
    }
    return names;
  }
}
