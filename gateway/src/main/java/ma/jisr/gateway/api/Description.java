package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the API is: an OpenAPI 3.1 document, by which requests are read and checked, so that what it
 * says is what is done. Beside OpenAPI's own words it knows {@code x-listener: admin} of an
 * operation and {@code x-max-bytes} of a request body.
 */
public final class Description {
  /** Where it is served, without a token. */
  public static final String PATH = "/openapi.json";

  /** Most bytes of a body, unless the description says otherwise. */
  static final int MAX_BODY = 64 * 1024;

  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  private final JsonNode document;
  private final Schemas schemas;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /**
   * @throws IllegalArgumentException when something is said that is not understood here
   */
  public Description(JsonNode document) {
    this.document = document;
    this.schemas = new Schemas(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties())
      for (String method : METHODS)
        if (path.getValue().has(method)) endpoints.add(endpoint(path.getKey(), method));
  }

  /** All operations, in the order of the document. */
  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** The names of all operations. */
  public Set<String> operations() {
    Set<String> names = new LinkedHashSet<>();
    for (Endpoint endpoint : endpoints) names.add(endpoint.operation());
    return names;
  }

  Schemas schemas() {
    return schemas;
  }

  /**
   * The document, as a listener serves it.
   *
   * @param admin whether the administration's operations are served there
   */
  JsonNode document(boolean admin) {
    if (admin) return document;
    JsonNode copy = document.deepCopy();
    ObjectNode paths = (ObjectNode) copy.path("paths");
    for (Endpoint endpoint : endpoints)
      if (endpoint.admin()) {
        ObjectNode path = (ObjectNode) paths.path(endpoint.path());
        path.remove(endpoint.method().toLowerCase(Locale.ROOT));
        if (METHODS.stream().noneMatch(path::has)) paths.remove(endpoint.path());
      }
    return copy;
  }

  private Endpoint endpoint(String path, String method) {
    String at = "/paths/" + escape(path) + "/" + method;
    JsonNode node = document.at(at);
    String operation = node.path("operationId").asText();
    if (operation.isEmpty()) throw new IllegalArgumentException(at + " has no operationId");
    List<Parameter> parameters = new ArrayList<>();
    parameters("/paths/" + escape(path) + "/parameters", parameters);
    parameters(at + "/parameters", parameters);
    String body = follow(at + "/requestBody");
    return new Endpoint(
        operation,
        method.toUpperCase(Locale.ROOT),
        path,
        scope(node),
        node.path("x-listener").asText().equals("admin"),
        parameters,
        bodies(body),
        document.at(body).path("required").asBoolean(),
        document.at(body).path("x-max-bytes").asInt(MAX_BODY),
        types(at));
  }

  /** The document's security goes for what has none of its own; an empty list asks for no token. */
  private Optional<String> scope(JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.path("security") : document.path("security");
    if (security.isEmpty()) return Optional.empty();
    JsonNode scope = security.path(0).path("token").path(0);
    if (!scope.isTextual())
      throw new IllegalArgumentException(operation.path("operationId") + " names no scope");
    return Optional.of(scope.asText());
  }

  private void parameters(String at, List<Parameter> parameters) {
    for (int i = 0; i < document.at(at).size(); i++) {
      String pointer = follow(at + "/" + i);
      JsonNode node = document.at(pointer);
      String schema = pointer + "/schema";
      String type = document.at(follow(schema)).path("type").asText();
      if (!schemas.has(schema)) throw new IllegalArgumentException(pointer + " has no schema");
      parameters.add(
          new Parameter(
              node.path("name").asText(),
              Parameter.In.valueOf(node.path("in").asText().toUpperCase(Locale.ROOT)),
              node.path("required").asBoolean(),
              Parameter.Type.valueOf(type.toUpperCase(Locale.ROOT)),
              schema));
    }
  }

  private Map<String, String> bodies(String at) {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : document.at(at + "/content").properties()) {
      boolean json = one.getKey().endsWith("json") && one.getValue().has("schema");
      bodies.put(one.getKey(), json ? at + "/content/" + escape(one.getKey()) + "/schema" : "");
    }
    return bodies;
  }

  /** Of its first answer that went well. */
  private List<String> types(String at) {
    for (Map.Entry<String, JsonNode> answer : document.at(at + "/responses").properties())
      if (answer.getKey().startsWith("2")) {
        String pointer = follow(at + "/responses/" + answer.getKey());
        List<String> types = new ArrayList<>();
        document.at(pointer + "/content").fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) types.add(Answer.JSON);
        return types;
      }
    throw new IllegalArgumentException(at + " never goes well");
  }

  /** Where a pointer leads: a reference within the document is followed. */
  private String follow(String pointer) {
    @Nullable String reference = document.at(pointer).path("$ref").textValue();
    return reference == null ? pointer : follow(Objects.requireNonNull(reference).substring(1));
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
