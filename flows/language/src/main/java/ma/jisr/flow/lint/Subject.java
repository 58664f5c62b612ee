package ma.jisr.flow.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.value.Value;

/**
 * A flow under the linter, with what the checks ask about it again and again.
 *
 * @param globalWords folded, with what each does
 */
record Subject(
    Flow flow,
    SequencedMap<String, Flow> all,
    Reviews reviews,
    Operations operations,
    Renderer renderer,
    Map<String, String> globalWords,
    LintOptions options,
    Edges edges,
    Scope scope) {

  /** Another flow under the same linter. */
  Subject of(Flow other) {
    return new Subject(
        other,
        all,
        Reviews.NONE,
        operations,
        renderer,
        globalWords,
        options,
        new Edges(other, operations),
        new Scope(other, operations));
  }

  /** What the steps of the flow can say, worst first. */
  List<Turn> turns() {
    return Turn.of(this);
  }

  /** The longest values of all placeholders of these messages. */
  Map<String, Value> worst(List<Message> messages) {
    Map<String, Value> values = new HashMap<>();
    for (Message message : messages)
      for (List<String> variants : message.variants().values())
        for (String name : Placeholders.of(variants))
          scope.type(root(name)).ifPresent(type -> values.put(root(name), WorstCase.of(type)));
    return values;
  }

  private static String root(String placeholder) {
    String suffix = ".read_back";
    return placeholder.endsWith(suffix)
        ? placeholder.substring(0, placeholder.length() - suffix.length())
        : placeholder;
  }

  /** The languages that every message must have. */
  List<Language> languages() {
    return options.languages();
  }
}
