package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The bot account that we are.
 *
 * @param id of the user
 * @param name by which it is mentioned, without the "@"
 */
record Me(String id, String name) {
  /** Reads what {@code GET /api/v4/users/me} answers; empty when it is no user. */
  static Optional<Me> read(JsonNode user) {
    String id = user.path("id").asText("");
    String name = user.path("username").asText("");
    return Ids.is(id) && !name.isBlank() ? Optional.of(new Me(id, name)) : Optional.empty();
  }
}
