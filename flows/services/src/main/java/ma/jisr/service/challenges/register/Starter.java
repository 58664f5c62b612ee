package ma.jisr.service.challenges.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ma.jisr.map.ledger.JsonFields;

/**
 * What the product brings along: the themes of the six round tables and the challenges that came
 * out of them. Operators change and close these; a stored challenge wins over the one of its code
 * here. Themes come with the product only: menus and codes are built on them.
 *
 * @param themes by id, in the order of the menu
 * @param challenges by code, in the order of the file
 */
public record Starter(Map<String, Theme> themes, Map<String, Challenge> challenges) {
  private static final String FILE = "/ma/jisr/service/challenges/challenges.json";

  public Starter {
    themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
    challenges = Collections.unmodifiableMap(new LinkedHashMap<>(challenges));
  }

  private static final class Shipped {
    static final Starter STARTER = read();
  }

  public static Starter shipped() {
    return Shipped.STARTER;
  }

  private static Starter read() {
    try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(FILE), FILE)) {
      JsonNode file = new ObjectMapper().readTree(in);
      Map<String, Theme> themes = new LinkedHashMap<>();
      for (JsonNode node : file.path("themes")) {
        String id = JsonFields.text(node, "id");
        themes.put(
            id, new Theme(id, JsonFields.text(node, "code"), JsonFields.local(node.path("title"))));
      }
      Map<String, Challenge> challenges = new LinkedHashMap<>();
      for (JsonNode node : file.path("challenges")) {
        Challenge challenge = ChallengeJson.read(JsonFields.text(node, "id"), node);
        challenges.put(challenge.code(), challenge);
      }
      return new Starter(themes, challenges);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
