package ma.jisr.flow.parse;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Budget;
import ma.jisr.flow.model.Start;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what stands above the steps: how a flow starts, where it runs, what it may cost. */
final class HeadParser {
  /** A flow's digit in the main menu; 0 and 9 are back and more. */
  private static final int MAX_DIGIT = 8;

  /** One that no menu offers may be dialled behind the service code as 9, too. */
  private static final int MAX_UNLISTED = 9;

  private final Problems problems;
  private final References references;

  HeadParser(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
  }

  String id(Fields file) {
    String id = file.text("flow");
    if (id != null && Names.isDotted(id)) return id;
    problems.add(
        1, "the flow has no name of the form service.name", "begin with: flow: queue.take");
    return "unnamed.flow";
  }

  Start start(Fields file) {
    Fields fields = file.fields("start");
    if (fields == null) return Start.NONE;
    int ussd = fields.number("ussd", 0);
    Fields words = fields.fields("words");
    Map<Language, List<String>> byLanguage =
        words == null ? Map.of() : new MessageParser(problems).byLanguage(words);
    List<String> takers = fields.words("rest");
    for (String step : takers) references.step(step, null, fields.line(), "start");
    String rest = takers.isEmpty() ? null : takers.getFirst();
    Start.Habits habits = habits(fields, takers);
    if (ussd > (habits.unlisted() ? MAX_UNLISTED : MAX_DIGIT))
      problems.add(
          fields.line(), "ussd " + ussd + " is no digit of the menu", "1 to 8: 0 and 9 are keys");
    List<String> intents = fields.words("intents");
    SequencedMap<String, List<String>> fills = fills(fields);
    SequencedMap<String, List<String>> said = said(fields);
    fields.done();
    // In the menu, and where people are asked whether they want to leave one for the other.
    boolean begins = ussd > 0 || !intents.isEmpty() || !byLanguage.isEmpty() || habits.cancels();
    if (begins) references.message("title", file.line(), "start");
    return new Start(ussd, byLanguage, rest, habits, intents, fills, said);
  }

  private Start.Habits habits(Fields start, List<String> takers) {
    String alone = references.step(start.text("alone"), null, start.line(), "start");
    boolean whole = start.flag("whole");
    if (takers.isEmpty() && (alone != null || whole))
      problems.add(
          start.line(), "start has alone or whole without rest", "name the step that takes it");
    List<String> further = takers.subList(Math.min(1, takers.size()), takers.size());
    return new Start.Habits(
        further, alone, whole, start.flag("unlisted"), start.flag("cancels"), start.flag("tied"));
  }

  /** {@code fills: {where: place, who: [msisdn, shop]}}. */
  private SequencedMap<String, List<String>> fills(Fields start) {
    SequencedMap<String, List<String>> fills = new LinkedHashMap<>();
    Fields fields = start.fields("fills");
    if (fields == null) return fills;
    for (Map.Entry<String, Node> entry : fields.rest().entrySet()) {
      references.step(entry.getKey(), entry.getValue(), fields.line(), "fills");
      fills.put(entry.getKey(), fields.words(entry.getKey(), entry.getValue()));
    }
    return fills;
  }

  /** {@code said: {wish: condition}}: names of the flow's own, unlike those of steps. */
  private SequencedMap<String, List<String>> said(Fields start) {
    SequencedMap<String, List<String>> said = new LinkedHashMap<>();
    Fields fields = start.fields("said");
    if (fields == null) return said;
    for (Map.Entry<String, Node> entry : fields.rest().entrySet()) {
      String name = entry.getKey();
      if (!Names.isStep(name))
        problems.add(fields.line(), name + " is no name", "use a-z, 0-9 and _");
      said.put(name, fields.words(name, entry.getValue()));
    }
    return said;
  }

  static Set<ChannelKind> channels(Fields fields, Problems problems) {
    Set<ChannelKind> kinds = EnumSet.noneOf(ChannelKind.class);
    for (String word : fields.words("channels")) {
      switch (word) {
        case "ussd" -> kinds.add(ChannelKind.USSD);
        case "sms" -> kinds.add(ChannelKind.SMS);
        case "chat" -> kinds.add(ChannelKind.CHAT);
        default ->
            problems.add(
                fields.line(),
                "unknown channel " + word,
                Nearest.mend(word, List.of("ussd", "sms", "chat")));
      }
    }
    return kinds;
  }

  /** {@code plain: [done, failed]}: messages of the flow. */
  Set<String> plain(Fields file) {
    List<String> names = file.words("plain");
    for (String name : names) references.message(name, file.line(), "plain");
    return Set.copyOf(names);
  }

  @Nullable Duration resume(Fields file) {
    Fields fields = file.fields("resume");
    if (fields == null) return null;
    Duration offer = fields.duration("offer");
    fields.done();
    return offer;
  }

  Budget budget(Fields file) {
    Fields fields = file.fields("budget");
    if (fields == null) return new Budget(0, 0, 0, 0);
    int screens = fields.number("screens", 0);
    int seconds = fields.number("seconds", 0);
    int pages = counted(fields, "ussd", "page");
    int segments = counted(fields, "sms", "segment");
    fields.done();
    return new Budget(screens, seconds, pages, segments);
  }

  /** "1 page", "2 segments". */
  private int counted(Fields fields, String key, String unit) {
    String text = fields.text(key);
    if (text == null) return 0;
    String[] parts = text.toLowerCase(Locale.ROOT).split(" +", 2);
    boolean good = parts.length == 2 && parts[1].startsWith(unit) && parts[0].matches("\\d{1,3}");
    if (good) return Integer.parseInt(parts[0]);
    problems.add(fields.line(), key + " of budget is " + text, "write " + key + ": 1 " + unit);
    return 0;
  }
}
