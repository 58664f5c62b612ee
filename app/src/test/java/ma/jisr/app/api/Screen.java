package ma.jisr.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A screen in a shop: it reads a stream of events as they come. */
final class Screen implements AutoCloseable {
  final HttpResponse<InputStream> response;
  private final BufferedReader reader;
  String lastId = "";

  Screen(HttpResponse<InputStream> response) {
    this.response = response;
    this.reader = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  /** The next state, however long it takes; null when the stream has ended. */
  @Nullable JsonNode next() {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("id: ")) lastId = line.substring(4);
        if (line.startsWith("data: ")) return new JsonMapper().readTree(line.substring(6));
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is shown at the counters: "1:12 2:-". */
  String counters() {
    JsonNode state = next();
    if (state == null) return "ended";
    StringBuilder shown = new StringBuilder(state.path("state").asText());
    for (JsonNode one : state.path("counters"))
      shown
          .append(' ')
          .append(one.path("counter").asText())
          .append(':')
          .append(one.path("number").asText("-"));
    return shown.append(", ").append(state.path("waiting").asInt()).append(" wait").toString();
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
