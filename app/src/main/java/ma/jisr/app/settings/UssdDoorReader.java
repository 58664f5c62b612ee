package ma.jisr.app.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.app.settings.DoorSettings.UssdLink;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.ussd.Dialect;
import ma.jisr.gateway.channel.http.ussd.Dialects;
import ma.jisr.gateway.channel.http.ussd.HttpUssdLink;
import ma.jisr.gateway.channel.http.ussd.Step;

/** Reads one entry of {@code links} whose aggregator of USSD calls us. */
final class UssdDoorReader {
  /** The word that such entries have as their type. */
  static final String TYPE = "ussd-http";

  private static final String OWN = "own";
  private static final String RANGE = "[1-9]\\d{0,14}";

  private final Section link;

  UssdDoorReader(Section link) {
    this.link = link;
  }

  UssdLink read(String code) {
    String id = link.required("id", "Write for example id: at");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,15}"))
      link.problem("id", "is not a short lower-case word", "Write for example id: at");
    link.oneOf("type", TYPE, List.of(TYPE));
    Verifier verifier = new VerifierReader(link, id).read();
    Dialect dialect = dialect();
    HttpUssdLink.Timers usual = HttpUssdLink.Timers.USUAL;
    HttpUssdLink ussd =
        new HttpUssdLink(
            id,
            verifier,
            dialect,
            link.text("code", code),
            new HttpUssdLink.Guests("212", ranges(), assurance()),
            new HttpUssdLink.Timers(
                time("answer", usual.answer(), Duration.ofMinutes(1)),
                time("idle", usual.idle(), Duration.ofMinutes(10)),
                time("session", usual.session(), Duration.ofMinutes(30))),
            HttpUssdLink.OPEN);
    UssdLink read =
        new UssdLink(
            ussd, (int) link.whole("screen", 160, 100, 160), LinkReader.centimes(link, "tariff"));
    link.finish();
    return read;
  }

  private Duration time(String key, Duration usual, Duration most) {
    return link.duration(key, usual, Duration.ofSeconds(1), most);
  }

  private List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    for (String range : link.words("ranges"))
      if (range.matches(RANGE)) ranges.add(range);
      else
        link.problem(
            "ranges",
            "holds what is no beginning of an international number",
            "Write for example ranges: [\"2126\", \"2127\"]");
    return ranges;
  }

  private Assurance assurance() {
    String word = link.oneOf("assurance", "network", List.of("network", "claimed"));
    return Assurance.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Dialect dialect() {
    List<String> names = new ArrayList<>(Dialects.names());
    names.add(OWN);
    String name = link.oneOf("aggregator", link.has("dialect") ? OWN : "", names);
    Optional<Dialect> known = Dialects.named(name);
    if (link.has("dialect")) {
      if (known.isPresent())
        link.problem("dialect", "stands beside a known aggregator", "Remove one of them");
      return own(link.section("dialect"));
    }
    if (name.isEmpty() || name.equals(OWN))
      link.problem(
          "aggregator",
          "is missing",
          "Write one of " + String.join(", ", Dialects.names()) + ", or dialect: with its names");
    return known.orElseGet(() -> Dialects.named("africastalking").orElseThrow());
  }

  private static Dialect own(Section section) {
    String word = section.oneOf("shape", "form", List.of("form", "json", "xml"));
    Dialect.Shape shape = Dialect.Shape.valueOf(word.toUpperCase(Locale.ROOT));
    Dialect.Fields fields =
        new Dialect.Fields(
            section.required("session", "Name the field of the dialogue's name"),
            section.required("number", "Name the field of the person's number"),
            section.text("code", ""),
            section.required("text", "Name the field of what was typed"),
            section.text("sequence", ""));
    Optional<Dialect.Flag> flag =
        section.has("flag") ? Optional.of(flag(section.section("flag"), shape)) : Optional.empty();
    if (flag.isEmpty() && shape != Dialect.Shape.FORM)
      section.problem(
          "flag",
          "is missing: nothing else tells a begin from an answer",
          "Write for example flag: {field: new, begin: [\"true\"]}");
    Dialect.Answer answer = answer(section.section("answer"), shape);
    section.finish();
    return new Dialect(shape, fields, flag, answer);
  }

  private static Dialect.Flag flag(Section section, Dialect.Shape shape) {
    String field = section.required("field", "Name the field that tells what a request is");
    Map<String, Step.Act> values = new HashMap<>();
    put(values, section, "begin", Step.Act.BEGIN);
    put(values, section, "end", Step.Act.END);
    put(values, section, "timeout", Step.Act.TIME_OUT);
    section.finish();
    boolean form = shape == Dialect.Shape.FORM;
    return new Dialect.Flag(field, values, form ? Step.Act.UNTOLD : Step.Act.ANSWER);
  }

  private static void put(
      Map<String, Step.Act> values, Section section, String key, Step.Act meaning) {
    for (String word : section.words(key)) values.put(word.toLowerCase(Locale.ROOT), meaning);
  }

  private static Dialect.Answer answer(Section section, Dialect.Shape shape) {
    boolean form = shape == Dialect.Shape.FORM;
    Dialect.Answer answer =
        new Dialect.Answer(
            form ? "" : section.text("text", "message"),
            form ? "" : section.text("flag", "continue"),
            section.text("more", form ? "CON " : "true"),
            section.text("over", form ? "END " : "false"),
            section.words("echo"));
    section.finish();
    return answer;
  }
}
