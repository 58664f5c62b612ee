package ma.jisr.service.wallet.gsma;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider.
 *
 * @param path below the base, encoded, a query included
 * @param headers beside those of the connection
 * @param answer from sending to the last octet of the answer's body
 */
record Ask(
    HttpMethod method,
    String path,
    Map<String, String> headers,
    @Nullable Buffer body,
    Duration answer) {
  @Override
  public String toString() {
    return "Ask[hidden]";
  }
}
