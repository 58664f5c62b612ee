package ma.jisr.gateway.channel.http.ussd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;

/**
 * Reads an aggregator's requests and writes its answers. Immutable.
 *
 * @param dialect that it speaks
 */
record Wire(Dialect dialect) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  /** Characters of one field: an answer has at most 182; all of a dialogue's together some more. */
  static final int MOST_FIELD = 2_000;

  /**
   * A request as it was understood.
   *
   * @param step of a dialogue
   * @param echoed what is to stand in the answer
   */
  record Read(Step step, Map<String, String> echoed) {}

  /** Empty when it has not the form. */
  Optional<Read> read(Knock knock) {
    Optional<Values> values =
        switch (dialect.shape()) {
          case FORM -> Optional.of(knock::field);
          case JSON -> json(knock.body());
          case XML -> XmlFields.read(knock.body()).map(all -> name -> at(all, name));
        };
    return values.flatMap(this::read);
  }

  /** Where a request's fields are looked up. */
  private interface Values {
    Optional<String> of(String name);
  }

  private static Optional<String> at(Map<String, String> all, String name) {
    return Optional.ofNullable(all.get(name));
  }

  private static Optional<Values> json(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root == null || !root.isObject()) return Optional.empty();
      return Optional.of(
          name -> {
            JsonNode value = root.path(name);
            return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText())
                : Optional.empty();
          });
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Read> read(Values values) {
    Dialect.Fields names = dialect.fields();
    Optional<String> session = values.of(names.session()).filter(s -> !s.isBlank());
    Optional<String> number = values.of(names.number());
    Step.Act act = dialect.act(dialect.flag().flatMap(flag -> values.of(flag.field())).orElse(""));
    boolean over = act == Step.Act.END || act == Step.Act.TIME_OUT;
    String text = values.of(names.text()).orElse("");
    boolean lacks = session.isEmpty() || number.isEmpty();
    boolean silent = !over && values.of(names.text()).isEmpty() && act == Step.Act.ANSWER;
    if (lacks || silent) return Optional.empty();
    Step step =
        new Step(
            act,
            session.get(),
            number.get(),
            names.code().isEmpty() ? "" : values.of(names.code()).orElse(""),
            text,
            names.sequence().isEmpty() ? "" : values.of(names.sequence()).orElse(""));
    Map<String, String> echoed = new HashMap<>();
    for (String name : dialect.answer().echo())
      values.of(name).ifPresent(value -> echoed.put(name, value));
    return bounded(step, echoed) ? Optional.of(new Read(step, echoed)) : Optional.empty();
  }

  private static boolean bounded(Step step, Map<String, String> echoed) {
    for (String value : echoed.values()) if (value.length() > MOST_FIELD) return false;
    return step.session().length() <= MOST_FIELD
        && step.code().length() <= MOST_FIELD
        && step.text().length() <= MOST_FIELD
        && step.sequence().length() <= MOST_FIELD;
  }

  /** The answer that shows a screen. */
  Reply write(String text, boolean over, Map<String, String> echoed) {
    Dialect.Answer answer = dialect.answer();
    String flag = over ? answer.over() : answer.more();
    return switch (dialect.shape()) {
      case FORM -> new Reply(200, "text/plain; charset=utf-8", flag + text);
      case JSON -> new Reply(200, "application/json", json(answer, text, flag, echoed));
      case XML ->
          new Reply(200, "text/xml; charset=utf-8", XmlFields.write(answer, text, flag, echoed));
    };
  }

  private static String json(
      Dialect.Answer answer, String text, String flag, Map<String, String> echoed) {
    ObjectNode json = JSON.createObjectNode();
    echoed.forEach(json::put);
    json.put(answer.text(), text);
    if (flag.equals("true") || flag.equals("false")) json.put(answer.flag(), flag.equals("true"));
    else if (WHOLE.matcher(flag).matches()) json.put(answer.flag(), Integer.parseInt(flag));
    else json.put(answer.flag(), flag);
    return json.toString();
  }
}
