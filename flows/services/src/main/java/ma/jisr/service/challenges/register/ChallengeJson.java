package ma.jisr.service.challenges.register;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.local;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.maybe;
import static ma.jisr.map.ledger.JsonFields.put;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a challenge, and what the starter file says of one. Fields that this release
 * does not know are kept.
 */
final class ChallengeJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private ChallengeJson() {}

  /** Sets what a challenge says; leaves alone what this release does not know. */
  static void write(ObjectNode node, Challenge challenge) {
    ChallengeFacts facts = challenge.facts();
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("state", lower(challenge.state()));
    node.set("title", texts(facts.title()));
    node.set("goal", texts(facts.goal()));
    ArrayNode questions = node.putArray("questions");
    for (LocalText question : facts.questions()) questions.add(texts(question));
    node.put("place", facts.place());
    keeper(node, "owner", facts.owner());
    keeper(node, "partner", facts.partner());
    put(node, "source", facts.source());
  }

  private static void keeper(ObjectNode node, String field, @Nullable Keeper keeper) {
    node.remove(field);
    if (keeper == null) return;
    node.putObject(field)
        .put("name", keeper.name())
        .put("who", keeper.who())
        .put("sealed", keeper.sealed());
  }

  /**
   * @throws IllegalArgumentException when it is not a challenge's
   */
  static Challenge read(String code, JsonNode node) {
    List<LocalText> questions = new ArrayList<>();
    for (JsonNode question : node.path("questions")) questions.add(local(question));
    ChallengeFacts facts =
        new ChallengeFacts(
            local(node.path("title")),
            local(node.path("goal")),
            questions,
            text(node, "place"),
            keeper(node.path("owner")),
            keeper(node.path("partner")),
            maybe(node, "source"));
    String state = text(node, "state");
    return new Challenge(
        code,
        facts,
        state.isEmpty() ? Challenge.State.PUBLISHED : constant(Challenge.State.class, state));
  }

  private static @Nullable Keeper keeper(JsonNode node) {
    return node.isObject()
        ? new Keeper(text(node, "name"), text(node, "who"), text(node, "sealed"))
        : null;
  }
}
