package ma.jisr.gateway.channel.http.message.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** JSON of providers, which may be anything. */
public final class Json {
  public static final JsonMapper MAPPER = new JsonMapper();
  public static final String TYPE = "application/json";

  private Json() {}

  /** Missing when it is none. */
  public static JsonNode read(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      return root == null ? MissingNode.getInstance() : root;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  public static JsonNode read(String body) {
    return read(body.getBytes(UTF_8));
  }
}
