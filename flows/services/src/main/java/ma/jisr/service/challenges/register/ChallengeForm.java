package ma.jisr.service.challenges.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.ledger.Form;
import ma.jisr.store.CollectionSpec;

/** How challenges are kept, each by its code. */
public final class ChallengeForm implements Form<Challenge> {
  public static final ChallengeForm INSTANCE = new ChallengeForm();

  public static final CollectionSpec SPEC =
      new CollectionSpec("challenges", CollectionSpec.Area.LIVE, List.of());

  private ChallengeForm() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public Subject subject() {
    return Subject.CHALLENGE;
  }

  @Override
  public String word() {
    return "challenge";
  }

  @Override
  public String id(Challenge challenge) {
    return challenge.code();
  }

  @Override
  public Challenge read(String id, JsonNode node) {
    return ChallengeJson.read(id, node);
  }

  @Override
  public void put(ObjectNode node, Challenge challenge) {
    ChallengeJson.write(node, challenge);
  }
}
