package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request says, read as its endpoint describes it; whatever is not as described is a {@link
 * ProblemException}.
 */
final class Reading {
  /** The parameter that continues a list. */
  static final String CURSOR = "cursor";

  /** The parameter that bounds a page; the next page may have another. */
  private static final String LIMIT = "limit";

  private static final String IF_MATCH = "If-Match";

  private final Endpoint endpoint;
  private final Schemas schemas;
  private final RoutingContext http;

  Reading(Endpoint endpoint, Schemas schemas, RoutingContext http) {
    this.endpoint = endpoint;
    this.schemas = schemas;
    this.http = http;
  }

  /** The described parameters that are there, by name. */
  Map<String, JsonNode> parameters() {
    MultiMap query = query();
    for (String name : query.names()) {
      if (query.getAll(name).size() > 1)
        throw new ProblemException(Problem.malformed("A parameter of the query is said twice"));
      if (described(name, Parameter.In.QUERY).isEmpty())
        throw new ProblemException(
            Problem.malformed("The query has a parameter that is not known here"));
    }
    Map<String, JsonNode> read = new HashMap<>();
    for (Parameter parameter : endpoint.parameters()) {
      String text =
          switch (parameter.in()) {
            case PATH -> http.pathParam(parameter.name());
            case QUERY -> query.get(parameter.name());
            case HEADER -> http.request().getHeader(parameter.name());
          };
      if (text != null) read.put(parameter.name(), value(parameter, text));
      else if (parameter.required() && !parameter.name().equals(IF_MATCH))
        throw new ProblemException(
            Problem.malformed("The parameter " + parameter.name() + " is missing"));
    }
    return read;
  }

  private MultiMap query() {
    try {
      return http.queryParams();
    } catch (RuntimeException e) {
      throw new ProblemException(Problem.malformed("The query cannot be read"));
    }
  }

  private Optional<Parameter> described(String name, Parameter.In in) {
    return endpoint.parameters().stream()
        .filter(p -> p.in() == in && p.name().equals(name))
        .findFirst();
  }

  private JsonNode value(Parameter parameter, String text) {
    JsonNode value =
        parameter
            .read(text)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.malformed(
                            "The parameter "
                                + parameter.name()
                                + " is no "
                                + parameter.type().name().toLowerCase(Locale.ROOT))));
    ArrayNode wrong = schemas.wrong(parameter.schema(), value);
    if (!wrong.isEmpty())
      throw new ProblemException(
          Problem.malformed("The parameter " + parameter.name() + " is not as described")
              .with("errors", wrong));
    return value;
  }

  /** The version that is meant; 0 where none is asked for. */
  long version() {
    if (endpoint.header(IF_MATCH).isEmpty()) return 0;
    String tag = http.request().getHeader(IF_MATCH);
    if (tag == null) throw new ProblemException(Problem.unconditional());
    OptionalLong version = ETag.version(tag);
    if (version.isEmpty())
      throw new ProblemException(
          Problem.malformed("If-Match names no version: send the ETag just as it was read"));
    return version.getAsLong();
  }

  /** The media type of the answer. */
  String accepted() {
    List<MIMEHeader> wanted = http.parsedHeaders().accept();
    if (wanted.isEmpty()) return endpoint.types().getFirst();
    for (MIMEHeader one : wanted)
      for (String offered : endpoint.types())
        if (one.weight() > 0 && names(one, offered)) return offered;
    throw new ProblemException(Problem.notAcceptable(String.join(", ", endpoint.types())));
  }

  private static boolean names(MIMEHeader wanted, String offered) {
    int slash = offered.indexOf('/');
    boolean any = wanted.component().equals("*");
    return (any || wanted.component().equalsIgnoreCase(offered.substring(0, slash)))
        && (wanted.subComponent().equals("*")
            || wanted.subComponent().equalsIgnoreCase(offered.substring(slash + 1)));
  }

  /** The media type of the body, one of those described; "" where there is no body. */
  String bodyType() {
    String header = http.request().getHeader("content-type");
    boolean there = hasBody();
    if (endpoint.bodies().isEmpty()) {
      if (there) throw new ProblemException(Problem.malformed("No body is taken here"));
      return "";
    }
    if (!there) {
      if (endpoint.bodyNeeded())
        throw new ProblemException(Problem.malformed("The body is missing"));
      return "";
    }
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!endpoint.bodies().containsKey(type))
      throw new ProblemException(
          Problem.unsupported(
              String.join(", ", endpoint.bodies().keySet().stream().sorted().toList())));
    return type;
  }

  private boolean hasBody() {
    @Nullable String length = http.request().getHeader("content-length");
    boolean chunked = http.request().getHeader("transfer-encoding") != null;
    return chunked || (length != null && !length.strip().equals("0"));
  }

  /** The body as JSON, as described. */
  JsonNode json(String bodyType, byte[] body) {
    String schema = endpoint.bodies().getOrDefault(bodyType, "");
    if (schema.isEmpty()) return MissingNode.getInstance();
    JsonNode json = JsonText.read(body);
    ArrayNode wrong = schemas.wrong(schema, json);
    if (wrong.isEmpty()) return json;
    throw new ProblemException(
        Problem.invalid("The body is not as described").with("errors", wrong));
  }

  /** All that a next page must have in common with this one. */
  String filters(Map<String, JsonNode> parameters) {
    Map<String, JsonNode> sorted = new TreeMap<>(parameters);
    sorted.keySet().removeAll(List.of(CURSOR, LIMIT));
    return endpoint.operation() + sorted;
  }
}
