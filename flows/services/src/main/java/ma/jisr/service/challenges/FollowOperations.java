package ma.jisr.service.challenges;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.challenges.register.ChallengeCode;
import ma.jisr.service.challenges.register.ChallengeFacts;

/** What can be asked about what one follows. */
final class FollowOperations {
  /** Longest name of a theme or place. */
  static final int LABEL = 26;

  /** Followed lists that are shown. */
  static final int LISTED = 6;

  private static final FieldType FOLLOWED = FieldType.item(LABEL, Map.of());

  /** The list; and what the message holds that is told unasked, so that it is measured. */
  static final Operation MINE =
      ChallengeOperations.query(
          "challenges.follows",
          Map.of(),
          Map.of(
              "follows",
              FieldType.items(LABEL, LISTED, Map.of()),
              "code",
              FieldType.words(Kind.TEXT, ChallengeCode.MOST).orAbsent(),
              "title",
              FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_TITLE).orAbsent()),
          "found",
          "none");

  static final Operation FOLLOW =
      command(
          "challenges.follow",
          Map.of(
              "theme",
              ChallengeOperations.THEME.orAbsent(),
              "place",
              FieldType.item(ChallengeFacts.MAX_LINE, Map.of()).orAbsent()),
          "followed",
          "enough");

  static final Operation UNFOLLOW =
      command("challenges.unfollow", Map.of("followed", FOLLOWED), "unfollowed");

  static final List<Operation> ALL = List.of(MINE, FOLLOW, UNFOLLOW);

  private FollowOperations() {}

  private static Operation command(String name, Map<String, FieldType> takes, String... outcomes) {
    return new Operation(
        name,
        Operation.Kind.COMMAND,
        takes,
        Map.of(),
        List.of(outcomes),
        Set.of(),
        Assurance.CLAIMED);
  }
}
