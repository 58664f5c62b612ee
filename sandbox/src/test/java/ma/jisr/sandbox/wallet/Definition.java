package ma.jisr.sandbox.wallet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The official definition of the GSMA Mobile Money API 1.2, as a judge of answers. Two defects are
 * mended, without which it cannot be read: one path of two with the same template is left out
 * ({@code /accounts/{identityType}}), and the schema named "type" gets a name that is no keyword.
 */
final class Definition implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final OpenAPIContract contract;
  private final ResponseValidator answers;
  private final String base;

  Definition(Path file) throws IOException {
    JsonObject mended = mended(file);
    String server = mended.getJsonArray("servers").getJsonObject(0).getString("url");
    this.base = server.substring(server.indexOf('/', "https://".length()));
    this.contract = WalletRig.wait(OpenAPIContract.from(vertx, mended));
    this.answers = ResponseValidator.create(vertx, contract);
  }

  /** The file beside this checkout or further up; empty elsewhere. */
  static Optional<Path> file() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolve("shared/data/gsma-mobile-money-1.2.yaml"))
        .filter(Files::exists)
        .findFirst();
  }

  private static JsonObject mended(Path file) throws IOException {
    Map<String, Object> read =
        new YAMLMapper().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
    var mended =
        new JsonObject(
            new JsonObject(read).encode().replace("schemas/type\"", "schemas/typeOfTransaction\""));
    JsonObject schemas = mended.getJsonObject("components").getJsonObject("schemas");
    schemas.put("typeOfTransaction", schemas.remove("type"));
    mended.getJsonObject("paths").remove("/accounts/{identityType}");
    return mended;
  }

  /** What is wrong with an answer; "" when nothing is. */
  String wrong(HttpMethod method, String path, int status, String body) {
    Operation operation = contract.findOperation(base + path, method);
    if (operation == null) {
      return "no such operation";
    }
    var answer = ValidatableResponse.create(status, Buffer.buffer(body), "application/json");
    try {
      answers
          .validate(answer, operation.getOperationId())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return "";
    } catch (CompletionException wrong) {
      return String.valueOf(wrong.getCause());
    }
  }

  @Override
  public void close() {
    WalletRig.wait(vertx.close());
  }
}
