package ma.jisr.flow.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Step;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code ask} steps. */
final class AskParser {
  /** After so many wrong answers a place is given up unless the step says otherwise. */
  private static final int TRIES = 2;

  private final Problems problems;
  private final References references;
  private final Expressions expressions;

  AskParser(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
    this.expressions = new Expressions(problems);
  }

  Step.Ask read(StepParser.Common step, Fields fields) {
    String where = "step " + step.name();
    Step.Type type = type(fields);
    String say = fields.text("say");
    String message = references.message(say == null ? step.name() : say, step.line(), where);
    String as = fields.text("as");
    Step.Source source = source(fields, where);
    SequencedMap<String, Step.Choice> options = options(fields, message, where);
    Offers offers = offers(fields, where);
    Step.Bounds bounds = bounds(fields, type, where);
    Step.Unknown unknown = unknown(fields.fields("unknown"), step, where);
    String refused = fields.text("refused");
    references.step(refused, null, step.line(), where);
    String empty = fields.text("empty");
    references.step(empty, null, step.line(), where);
    Step.Ask ask =
        new Step.Ask(
            step.name(),
            step.line(),
            step.then(),
            message,
            type,
            as == null ? step.name() : as,
            source,
            options,
            offers.places,
            offering(offers.operation, source),
            bounds,
            unknown,
            refused,
            empty,
            StepParser.needs(fields, problems));
    check(ask, where);
    return ask;
  }

  private void check(Step.Ask ask, String where) {
    if (ask.type() == Step.Type.CHOICE && ask.source() == null && ask.options().isEmpty())
      problems.add(ask.line(), where + " offers nothing to choose from", "add options or from");
    if (ask.type() == Step.Type.PLACE && !(ask.source() instanceof Step.Source.Asked))
      problems.add(
          ask.line(), where + " asks for a place among nothing", "add among: service.search");
    if (ask.refused() != null && ask.type() != Step.Type.YESNO)
      problems.add(ask.line(), where + " has refused without ask: yesno", "leave refused out");
    if (!ask.offers().isEmpty() && ask.type() != Step.Type.PLACE)
      problems.add(ask.line(), where + " has offers without ask: place", "leave offers out");
    if (ask.offering() != null && !ask.looksUp())
      problems.add(
          ask.line(), where + " offers a list beside another", "keep from, and leave offers out");
    if (ask.offering() != null
        && ask.source() instanceof Step.Source.Asked asked
        && asked.operation().equals(ask.offering().operation()))
      problems.add(
          ask.line(), where + " offers what it looks names up in", "name an operation that lists");
  }

  private Step.Type type(Fields fields) {
    Node node = fields.take("ask");
    String text =
        node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar ? scalar.getValue() : "";
    for (Step.Type type : Step.Type.values())
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) return type;
    List<String> known =
        Arrays.stream(Step.Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    if (node != null) problems.add(node, "unknown input type " + text, Nearest.mend(text, known));
    return Step.Type.TEXT;
  }

  private Step.@Nullable Source source(Fields fields, String where) {
    boolean both = fields.has("from") && fields.has("among");
    if (both) problems.add(fields.line(), where + " has from and among", "keep one of them");
    Node with = fields.has("with") ? fields.take("with") : null;
    String key = fields.has("from") ? "from" : "among";
    Node node = fields.take(key);
    fields.take("from");
    fields.take("among");
    if (node == null) {
      if (with != null)
        problems.add(with, where + " has with, but nothing to give it to", "add from or among");
      return null;
    }
    Expression found = expressions.read(node, key + " of " + where);
    if (found instanceof Expression.Path path) return new Step.Source.Held(path);
    String operation = ((Expression.Constant) found).text();
    StepParser.operation(operation, node, problems);
    Map<String, Expression> arguments =
        with instanceof MappingNode mapping
            ? expressions.all(new Fields("with of " + where, mapping, problems), where)
            : Map.of();
    if (with != null && !(with instanceof MappingNode))
      problems.add(with, "with of " + where + " is no mapping", "write with: {name: $step}");
    return new Step.Source.Asked(operation, arguments);
  }

  private SequencedMap<String, Step.Choice> options(Fields fields, String message, String where) {
    SequencedMap<String, Step.Choice> options = new LinkedHashMap<>();
    Fields all = fields.fields("options");
    if (all == null) return options;
    for (Map.Entry<String, Node> entry : all.rest().entrySet()) {
      String value = entry.getKey();
      Node node = entry.getValue();
      if (!Names.isValue(value) || Fields.RESERVED.contains(value))
        problems.add(
            node, value + " is no name for an option", "other tools misread it: rename it");
      if (!(node instanceof MappingNode mapping)) {
        problems.add(node, "option " + value + " is no mapping", "write " + value + ": {}");
        continue;
      }
      options.put(value, option(value, mapping, message, where));
    }
    return options;
  }

  private Step.Choice option(String value, MappingNode node, String message, String where) {
    Fields fields = new Fields("option " + value + " of " + where, node, problems);
    String then = references.step(fields.text("then"), node, 0, where);
    Fields words = fields.fields("words");
    Map<Language, List<String>> accepted =
        words == null ? Map.of() : new MessageParser(problems).byLanguage(words);
    Set<ChannelKind> channels = HeadParser.channels(fields, problems);
    Expression.Path only = only(fields, value, where);
    String label = references.message(message + "." + value, Yaml.line(node), where);
    fields.done();
    return new Step.Choice(value, label, then, accepted, channels, only);
  }

  private Expression.@Nullable Path only(Fields fields, String value, String where) {
    Node node = fields.take("if");
    if (node == null) return null;
    String of = "if of option " + value + " of " + where;
    if (expressions.read(node, of) instanceof Expression.Path path) return path;
    problems.add(node, of + " is no $path", "write if: $step.field");
    return null;
  }

  /** Places of the person's own, and the operation that lists others. */
  private record Offers(List<Step.Offer> places, @Nullable String operation) {}

  private Offers offers(Fields fields, String where) {
    Node node = fields.take("offers");
    if (node == null) return new Offers(List.of(), null);
    List<Step.Offer> places = new ArrayList<>();
    String operation = null;
    for (String word : fields.words("offers", node)) {
      boolean second = operation != null;
      switch (word) {
        case "last" -> places.add(Step.Offer.LAST);
        case "home" -> places.add(Step.Offer.HOME);
        case String dotted when Names.isDotted(dotted) && !second -> operation = dotted;
        default ->
            problems.add(
                node, where + " offers " + word, Nearest.mend(word, List.of("last", "home")));
      }
    }
    return new Offers(places, operation);
  }

  /** Given what the operation behind the question is given. */
  private static Step.Source.@Nullable Asked offering(
      @Nullable String operation, Step.@Nullable Source source) {
    if (operation == null) return null;
    return new Step.Source.Asked(
        operation, source instanceof Step.Source.Asked asked ? asked.with() : Map.of());
  }

  private Step.Bounds bounds(Fields fields, Step.Type type, String where) {
    long least = bound(fields, "least", type, where, Long.MIN_VALUE);
    long most = bound(fields, "most", type, where, Long.MAX_VALUE);
    if (least > most) problems.add(fields.line(), where + " has least above most", "swap them");
    return new Step.Bounds(least, most);
  }

  /** Amounts are written in dirhams, kept in centimes. */
  private long bound(Fields fields, String key, Step.Type type, String where, long absent) {
    String text = fields.text(key);
    if (text == null) return absent;
    try {
      BigDecimal number = new BigDecimal(text);
      return type == Step.Type.AMOUNT
          ? number.movePointRight(2).longValueExact()
          : number.longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      problems.add(fields.line(), key + " of " + where + " is no number", "write " + key + ": 10");
      return absent;
    }
  }

  private Step.@Nullable Unknown unknown(
      @Nullable Fields fields, StepParser.Common step, String where) {
    if (fields == null) return null;
    String say = fields.text("say");
    if (say != null) references.message(say, fields.line(), where);
    String then = references.step(fields.text("then"), null, fields.line(), where);
    Step.Unknown unknown =
        new Step.Unknown(say, fields.text("record"), fields.number("tries", TRIES), then);
    fields.done();
    if (unknown.tries() < 1)
      problems.add(step.line(), where + " gives no try", "write tries: 1 or more");
    return unknown;
  }
}
