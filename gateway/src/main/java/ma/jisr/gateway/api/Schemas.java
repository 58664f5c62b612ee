package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of a description (JSON Schema 2020-12, as OpenAPI 3.1 has them). The validator knows
 * them under numbers: braces, which paths have, it does not find again in a URI.
 */
final class Schemas {
  /** Most mistakes told at once. */
  static final int MOST_ERRORS = 20;

  private static final String SCHEMA = "schema";
  private static final String DOCUMENT = "urn:jisr:openapi";

  private final Validator validator;
  private final Map<String, URI> uris = new HashMap<>();

  Schemas(JsonNode document) {
    this.validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    known.set("components", document.path("components"));
    find(document.path("paths"), "/paths", known.putArray("at"));
    JsonNode components = document.path("components");
    for (String part : List.of("parameters", "requestBodies", "responses", "headers"))
      find(components.path(part), "/components/" + part, (ArrayNode) known.path("at"));
    validator.registerSchema(URI.create(DOCUMENT), known);
  }

  private void find(JsonNode node, String at, ArrayNode found) {
    if (node.has(SCHEMA)) {
      uris.put(at + "/" + SCHEMA, URI.create(DOCUMENT + "#/at/" + found.size()));
      found.add(node.path(SCHEMA));
    }
    for (Map.Entry<String, JsonNode> one : node.properties())
      if (!one.getKey().equals(SCHEMA))
        find(one.getValue(), at + "/" + Description.escape(one.getKey()), found);
    if (node.isArray())
      for (int i = 0; i < node.size(); i++) find(node.path(i), at + "/" + i, found);
  }

  /** Whether there is a schema at this pointer. */
  boolean has(String pointer) {
    return uris.containsKey(pointer);
  }

  /**
   * What of a value is not as a schema says, each with where; empty when all is.
   *
   * @param pointer where the schema stands in the document
   */
  ArrayNode wrong(String pointer, JsonNode value) {
    ArrayNode wrong = JsonNodeFactory.instance.arrayNode();
    URI uri = uris.get(pointer);
    if (uri == null) throw new IllegalArgumentException("there is no schema at " + pointer);
    Validator.Result result = validator.validate(uri, value);
    if (result.isValid()) return wrong;
    List<Error> errors = result.getErrors();
    for (Error error : errors.subList(0, Math.min(MOST_ERRORS, errors.size())))
      wrong.addObject().put("at", error.getInstanceLocation()).put("what", error.getError());
    return wrong;
  }
}
