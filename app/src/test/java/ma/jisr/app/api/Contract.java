package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A served description that answers are held against, by itself: not by what the product reads. */
final class Contract {
  private final JsonNode document;
  private final Set<String> seen = new HashSet<>();

  Contract(JsonNode document) {
    this.document = document;
  }

  /** One operation, with what it takes to ask it well. */
  record Described(
      String operation, String method, String path, String scope, Set<String> statuses) {
    /** The query that it cannot do without. */
    String query() {
      return switch (operation) {
        case "searchPlaces" -> "?q=safi";
        case "searchShops", "searchPayees" -> "?q=baraka";
        case "dismissStaff" -> "?member=none";
        case "listRelays" -> "?area=safi";
        case "nearHotspots" -> "?place=safi";
        default -> "";
      };
    }

    String body() {
      return switch (operation) {
        case "createHotspot", "changeHotspot" -> MapServer.facts("X", "al-haouz.amizmiz");
        case "createShop", "changeShop" -> MapServer.shop("X", "al-haouz.amizmiz");
        case "createPayee" -> MapServer.payee("X", "al-haouz.amizmiz", "m-x");
        case "changePayee" -> MapServer.payeeFacts("X", "al-haouz.amizmiz", "m-x");
        case "takeClaim", "closeClaim" -> "{}";
        case "answerClaim" -> "{\"verdict\":\"refused\"}";
        case "escalateClaim" -> "{\"to\":\"cmmb\"}";
        case "draftNotice", "changeNotice" -> NoticeCalls.WATER;
        case "sendNoticeTrial" -> "{}";
        case "submitNotice", "cancelNotice", "returnNotice", "reviewNotice" -> "{}";
        case "approveNotice" -> "{\"digest\":\"" + "0".repeat(64) + "\",\"code\":\"000000\"}";
        case "bringBenefits" -> MapServer.benefits("X", "", "0661000001");
        case "registerStaff" -> "{\"phone\":\"+212661000001\"}";
        case "callNext", "callAgain", "markArrived", "markAbsent", "markServed", "undoAtCounter" ->
            "{\"counter\":\"1\"}";
        case "pauseQueue" -> "{\"minutes\":5}";
        case "confirmHotspot" -> "{\"state\":\"works\"}";
        case "acceptProposal" -> "{}";
        case "createChallenge", "changeChallenge" -> ChallengeCalls.DRAFT;
        case "keepChallenge" -> ChallengeCalls.KEEPER;
        case "putGroup" -> AudienceCalls.GROUP;
        case "addMember", "removeMember" -> AudienceCalls.MEMBER;
        case "registerRelay" -> AudienceCalls.RELAY;
        case "fillGroup", "fillRelays" -> AudienceCalls.TABLE;
        case "createImport" -> "name_fr\nX\n";
        case "readCopy" -> "code=none";
        default -> "";
      };
    }

    String[] headers() {
      if (List.of("createImport", "fillGroup", "fillRelays").contains(operation))
        return new String[] {"content-type", "text/csv"};
      if (operation.equals("readCopy"))
        return new String[] {"content-type", "application/x-www-form-urlencoded"};
      if (path.contains("/queue/")) return new String[] {"idempotency-key", "once"};
      return statuses.contains("428") ? new String[] {"if-match", "\"v0\""} : new String[0];
    }

    String[] with(String name, String value) {
      List<String> all = new ArrayList<>(List.of(headers()));
      all.addAll(List.of(name, value));
      return all.toArray(String[]::new);
    }
  }

  List<Described> operations() {
    List<Described> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties())
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (!one.getValue().has("operationId")) continue;
        Set<String> statuses = new HashSet<>();
        one.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
        all.add(
            new Described(
                one.getValue().path("operationId").asText(),
                one.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                one.getValue().path("security").path(0).path("token").path(0).asText(),
                statuses));
      }
    return all;
  }

  Described operation(String name) {
    return operations().stream()
        .filter(one -> one.operation().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Holds an answer against what is described for its operation and status. */
  void check(String method, String path, HttpResponse<String> response) {
    String bare = path.replaceAll("\\?.*", "");
    Described described =
        operations().stream()
            .filter(one -> one.method().equals(method) && matches(one.path(), bare))
            .min((a, b) -> Boolean.compare(a.path().contains("{"), b.path().contains("{")))
            .orElseThrow(() -> new AssertionError(method + " " + bare + " is not described"));
    String status = Integer.toString(response.statusCode());
    String what = described.operation() + " " + status;
    assertTrue(described.statuses().contains(status), what + " is not described");
    seen.add(what);
    String at =
        follow(
            "/paths/"
                + escape(described.path())
                + "/"
                + method.toLowerCase(Locale.ROOT)
                + "/responses/"
                + status);
    JsonNode content = document.at(at).path("content");
    if (content.isMissingNode()) {
      assertEquals("", response.body(), what);
      return;
    }
    String type = MapServer.header(response, "content-type");
    assertTrue(content.has(type), what + ": " + type + " is not described");
    document
        .at(at)
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            header ->
                assertTrue(!MapServer.header(response, header).isEmpty(), what + ": " + header));
    if (!type.endsWith("json")) return;
    Validator.Result result = validate(content.path(type).path("schema"), response);
    assertTrue(
        result.isValid(),
        () ->
            what
                + ": "
                + result.getErrors().stream()
                    .map(e -> e.getInstanceLocation() + " " + e.getError())
                    .toList()
                + " in "
                + response.body());
  }

  private Validator.Result validate(JsonNode schema, HttpResponse<String> response) {
    ObjectNode alone = schema.deepCopy();
    alone.set("components", document.path("components"));
    return new ValidatorFactory()
        .withJsonNodeFactory(new JacksonNode.Factory())
        .withDisabledSchemaValidation(true)
        .validate(alone, MapServer.json(response));
  }

  private static boolean matches(String template, String path) {
    return path.matches(Pattern.quote(template).replace("{id}", "\\E[^/]+\\Q"));
  }

  /** Seen elsewhere, or impossible, for the reason that stands beside the call. */
  void seen(String... what) {
    seen.addAll(List.of(what));
  }

  boolean hasSeen(String what) {
    return seen.contains(what);
  }

  private String follow(String pointer) {
    JsonNode reference = document.at(pointer).path("$ref");
    return reference.isTextual() ? follow(reference.asText().substring(1)) : pointer;
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
