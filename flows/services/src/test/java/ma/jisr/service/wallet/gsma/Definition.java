package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.told;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider that knows the official definition of the API, and nothing else: it holds every
 * request against it and writes down what it found.
 *
 * <p>Two things of the definition are mended, without which it is not read: {@code POST
 * /accounts/{identityType}} is left out, for {@code /accounts/{accountId}} has the same template;
 * and the schema that is called "type" is called otherwise, for the reader takes its name for the
 * keyword.
 */
final class Definition implements AutoCloseable {
  /** The path of the definition's own server. */
  static final String BASE = "/simulator/v1.2/passthrough/mm";

  final List<String> found = Collections.synchronizedList(new ArrayList<>());
  private final Vertx vertx = Vertx.vertx();
  private final OpenAPIContract contract;
  private final RequestValidator requests;
  private final HttpServer server;

  Definition(Path file) throws IOException {
    this.contract =
        told(OpenAPIContract.from(vertx, mended(file)).toCompletionStage().toCompletableFuture());
    this.requests = RequestValidator.create(vertx, contract);
    this.server =
        told(
            vertx
                .createHttpServer()
                .requestHandler(this::judge)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture());
  }

  /** The file beside this checkout or further up; empty elsewhere. */
  static Optional<Path> file() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve("shared/data/gsma-mobile-money-1.2.yaml"))
        .filter(Files::exists)
        .findFirst();
  }

  private static JsonObject mended(Path file) throws IOException {
    Map<String, Object> read =
        new YAMLMapper().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
    String written =
        new JsonObject(read)
            .encode()
            .replace("#/components/schemas/type\"", "#/components/schemas/transactionType\"");
    JsonObject definition = new JsonObject(written);
    JsonObject schemas = definition.getJsonObject("components").getJsonObject("schemas");
    schemas.put("transactionType", schemas.remove("type"));
    if (definition.getJsonObject("paths").remove("/accounts/{identityType}") == null)
      throw new IllegalStateException("the definition has been mended: leave it as it is");
    return definition;
  }

  String host() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private void judge(HttpServerRequest request) {
    Operation operation = contract.findOperation(request.path(), request.method());
    String name =
        request.method() + " " + (operation == null ? "?" : operation.getAbsoluteOpenAPIPath());
    requests
        .validate(request)
        .onComplete(
            done -> {
              found.add(done.succeeded() ? name : name + ": " + done.cause().getMessage());
              request.response().end("{\"accountStatus\":\"available\",\"name\":{}}");
            });
  }

  /** What is wrong with an answer to an operation; empty when nothing is. */
  Optional<String> wrong(
      String path, io.vertx.core.http.HttpMethod method, int status, String body) {
    Operation operation = Objects.requireNonNull(contract.findOperation(BASE + path, method));
    var checked =
        ResponseValidator.create(vertx, contract)
            .validate(
                ValidatableResponse.create(
                    status, io.vertx.core.buffer.Buffer.buffer(body), "application/json"),
                operation.getOperationId())
            .toCompletionStage()
            .toCompletableFuture();
    try {
      told(checked);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    told(vertx.close().toCompletionStage().toCompletableFuture());
  }
}
