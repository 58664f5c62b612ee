package ma.jisr.service.challenges.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.TableRow;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * Challenges written as files, with everything that they have but the numbers of who answers for
 * them: imported again where they come from, they are the same.
 */
public final class ChallengeFiles {
  private ChallengeFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    return TableRow.table(ChallengeColumns.TEMPLATE, List.of());
  }

  public static byte[] csv(Collection<Challenge> challenges) {
    return TableRow.table(
        ChallengeColumns.ALL, () -> challenges.stream().map(ChallengeFiles::row).iterator());
  }

  /** An object with the list {@code challenges}, each with its texts by language. */
  public static byte[] json(Collection<Challenge> challenges) {
    ObjectNode file = JsonFields.object();
    ArrayNode all = file.putArray(ChallengeSheets.LIST);
    for (Challenge challenge : challenges) all.add(node(challenge));
    return file.toPrettyString().getBytes(UTF_8);
  }

  private static ObjectNode node(Challenge challenge) {
    ChallengeFacts facts = challenge.facts();
    ObjectNode node = JsonFields.object().put(ChallengeColumns.CODE, challenge.code());
    node.put(ChallengeColumns.STATE, JsonFields.lower(challenge.state()));
    node.set("title", JsonFields.texts(facts.title()));
    node.set("goal", JsonFields.texts(facts.goal()));
    ArrayNode questions = node.putArray("questions");
    for (LocalText question : facts.questions()) questions.add(JsonFields.texts(question));
    node.put(ChallengeColumns.PLACE, facts.place());
    keeper(node, ChallengeColumns.OWNER, facts.owner());
    keeper(node, ChallengeColumns.PARTNER, facts.partner());
    JsonFields.put(node, ChallengeColumns.SOURCE, facts.source());
    return node;
  }

  private static void keeper(ObjectNode node, String post, @Nullable Keeper keeper) {
    if (keeper != null) node.putObject(post).put("name", keeper.name());
  }

  /** All that a challenge says, as one text: the same for equal ones, in any process. */
  static String likeness(Challenge challenge) {
    StringBuilder all = new StringBuilder(row(challenge).cells().toString());
    for (Keeper keeper : challenge.facts().keepers()) all.append(keeper.who());
    return all.toString();
  }

  /** What a challenge says, by column; without what it does not say. */
  private static TableRow row(Challenge challenge) {
    ChallengeFacts facts = challenge.facts();
    TableRow row = new TableRow();
    row.put(ChallengeColumns.CODE, CodeCell.write(challenge.code()));
    row.texts(ChallengeColumns.TITLE, facts.title());
    row.texts(ChallengeColumns.GOAL, facts.goal());
    for (Language language : Language.values())
      row.put(
          ChallengeColumns.QUESTIONS + language.tag(),
          QuestionCell.write(facts.questions(), language));
    row.put(ChallengeColumns.PLACE, facts.place());
    row.put(ChallengeColumns.STATE, JsonFields.lower(challenge.state()));
    row.put(ChallengeColumns.OWNER, name(facts.owner()));
    row.put(ChallengeColumns.PARTNER, name(facts.partner()));
    row.put(ChallengeColumns.SOURCE, facts.source());
    return row;
  }

  private static @Nullable String name(@Nullable Keeper keeper) {
    return keeper == null ? null : keeper.name();
  }
}
