package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import ma.jisr.gateway.api.Description;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API as it comes with the product. */
public final class DescriptionFile {
  private static final String FILE = "openapi.yaml";

  /** Anchors in the file: nobody else writes it. */
  private static final int MOST_ALIASES = 200;

  /** What every operation may answer. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "400", "BadRequest",
          "406", "NotAcceptable",
          "429", "TooOften",
          "503", "Unavailable");

  /** What every operation that asks for a token may answer. */
  private static final Map<String, String> GUARDED = Map.of("401", "NoToken", "403", "Forbidden");

  private DescriptionFile() {}

  public static Description read() {
    LoadSettings load = LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build();
    try (InputStream in =
        Objects.requireNonNull(DescriptionFile.class.getResourceAsStream(FILE), FILE)) {
      ObjectNode document = new JsonMapper().valueToTree(new Load(load).loadFromInputStream(in));
      for (JsonNode path : document.path("paths"))
        for (JsonNode operation : path)
          if (operation.path("responses") instanceof ObjectNode responses) {
            complete(responses, ALWAYS);
            if (!operation.path("security").isEmpty()) complete(responses, GUARDED);
          }
      return new Description(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void complete(ObjectNode responses, Map<String, String> may) {
    may.forEach(
        (status, name) -> {
          if (!responses.has(status))
            responses.putObject(status).put("$ref", "#/components/responses/" + name);
        });
  }
}
