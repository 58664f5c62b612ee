package ma.jisr.app.challenge;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * A challenge in JSON: in requests, in answers and in files of commands. The number of who answers
 * for one goes in by itself and never comes out.
 */
public final class ChallengeBody {
  private static final String MOROCCO = "212";

  /** What a body may say; the rest of what is shown is nobody's to write here. */
  private static final Set<String> FIELDS =
      Set.of("code", "title", "goal", "questions", "place", "source");

  private ChallengeBody() {}

  /** As those see it who keep it. */
  public static ObjectNode write(Versioned<Challenge> kept) {
    return write(kept.thing(), kept.version());
  }

  public static ObjectNode write(Challenge challenge, long version) {
    ObjectNode node = facts(challenge).put("version", version);
    ChallengeFacts facts = challenge.facts();
    JsonFields.put(node, "source", facts.source());
    keeper(node, "owner", facts.owner());
    keeper(node, "partner", facts.partner());
    return node;
  }

  /** What everybody may read of one. */
  public static ObjectNode facts(Challenge challenge) {
    ChallengeFacts facts = challenge.facts();
    ObjectNode node = JsonFields.object().put("code", challenge.code());
    node.put("theme", challenge.theme()).put("state", lower(challenge.state()));
    node.set("title", JsonFields.texts(facts.title()));
    node.set("goal", JsonFields.texts(facts.goal()));
    ArrayNode questions = node.putArray("questions");
    for (LocalText question : facts.questions()) questions.add(JsonFields.texts(question));
    return node.put("place", facts.place());
  }

  private static void keeper(ObjectNode node, String field, @Nullable Keeper keeper) {
    if (keeper != null) node.putObject(field).put("name", keeper.name());
  }

  /**
   * What a body says of a challenge.
   *
   * @param known what was said before, whose keepers stay; null for a new one
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public static ChallengeFacts read(JsonNode body, @Nullable ChallengeFacts known) {
    if (!body.isObject()) throw new IllegalArgumentException("a challenge is a JSON object");
    for (Map.Entry<String, JsonNode> field : body.properties())
      if (!FIELDS.contains(field.getKey()))
        throw new IllegalArgumentException("there is no such field: one of " + sorted());
    List<LocalText> questions = new ArrayList<>();
    for (JsonNode question : body.path("questions")) questions.add(texts("questions", question));
    return new ChallengeFacts(
        texts("title", body.path("title")),
        texts("goal", body.path("goal")),
        questions,
        body.path("place").asText("").strip(),
        known == null ? null : known.owner(),
        known == null ? null : known.partner(),
        JsonFields.unlessEmpty(body.path("source").asText("").strip()));
  }

  private static String sorted() {
    return String.join(", ", FIELDS.stream().sorted().toList());
  }

  private static LocalText texts(String field, JsonNode node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      Language language =
          Language.of(one.getKey())
              .orElseThrow(
                  () -> new IllegalArgumentException(field + ": a language is fr, ar, en…"));
      texts.put(language, one.getValue().asText("").strip());
    }
    if (texts.isEmpty()) throw new IllegalArgumentException(field + ": in no language");
    return new LocalText(texts);
  }

  /**
   * Who is to answer for one. What was no number is not repeated: it may be somebody's all the
   * same.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public static Keeper keeper(String name, String phone, Vault vault) {
    Msisdn number =
        Msisdn.parse(phone, MOROCCO)
            .orElseThrow(
                () -> new IllegalArgumentException("phone: not a number, such as +212661000001"));
    return Keeper.of(name.strip(), number, vault);
  }

  /**
   * The same facts with somebody in a post, or with nobody.
   *
   * @param post owner or partner
   * @throws IllegalArgumentException when it is neither
   */
  public static ChallengeFacts with(ChallengeFacts facts, String post, @Nullable Keeper keeper) {
    return switch (post) {
      case "owner" -> facts.with(keeper, facts.partner());
      case "partner" -> facts.with(facts.owner(), keeper);
      default -> throw new IllegalArgumentException("post: owner or partner");
    };
  }
}
