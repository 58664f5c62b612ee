package ma.jisr.flow.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Message;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads messages: {@code name: {fr: "...", ary-Latn: ["full", "terse"], reviewed: who}}, or one
 * text that reads the same in all phone languages.
 */
final class MessageParser {
  private final Problems problems;

  MessageParser(Problems problems) {
    this.problems = problems;
  }

  Map<String, Message> all(Fields fields) {
    Map<String, Message> messages = new LinkedHashMap<>();
    fields
        .rest()
        .forEach(
            (name, node) -> {
              if (Names.isMessage(name)) messages.put(name, one(name, node));
              else
                problems.add(
                    node,
                    name + " is no name of a message",
                    "write step, or step.value of an option");
            });
    return messages;
  }

  private Message one(String name, Node node) {
    int line = Yaml.line(node);
    Map<Language, List<String>> variants = new EnumMap<>(Language.class);
    if (node instanceof ScalarNode same && !same.getValue().isBlank()) {
      for (Language language : Language.PHONE) variants.put(language, List.of(same.getValue()));
      return new Message(name, variants, line);
    }
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, "message " + name + " has no languages", "write {fr: \"...\"}");
      return new Message(name, variants, line);
    }
    Fields fields = new Fields("message " + name, mapping, problems);
    String reviewed = fields.text("reviewed");
    variants.putAll(byLanguage(fields));
    if (variants.isEmpty())
      problems.add(node, "message " + name + " says nothing", "write at least {fr: \"...\"}");
    return new Message(name, variants, line, reviewed);
  }

  /** The words of each language: the keys are tags. */
  Map<Language, List<String>> byLanguage(Fields fields) {
    Map<Language, List<String>> found = new EnumMap<>(Language.class);
    List<String> tags = new ArrayList<>();
    for (Language language : Language.values()) tags.add(language.tag());
    fields
        .rest()
        .forEach(
            (tag, node) ->
                Language.of(tag)
                    .ifPresentOrElse(
                        language -> found.put(language, fields.words(tag, node)),
                        () ->
                            problems.add(
                                node, "unknown language " + tag, Nearest.mend(tag, tags))));
    return found;
  }
}
