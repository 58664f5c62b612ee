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
import ma.jisr.service.challenges.register.Theme;

/** What can be asked about challenges. */
final class ChallengeOperations {
  /** Themes of a menu. */
  static final int THEMES = 8;

  /** Challenges of one theme that a list holds; others are found by words and by their code. */
  static final int LISTED = 12;

  /** Challenges that a search gives: they fit two screens. */
  static final int CHOICES = 4;

  /** Characters of questions told at once: three of them in Latin letters, one screen. */
  static final int QUESTIONS = 150;

  /** The same in Arabic letters: one of them, one screen. */
  static final int QUESTIONS_ARABIC = 58;

  /** The same by SMS: two of them, two segments. */
  static final int QUESTIONS_ARABIC_SMS = 110;

  static final FieldType THEME = FieldType.item(Theme.MAX_TITLE, Map.of());

  static final FieldType CHALLENGE = FieldType.item(ChallengeFacts.MAX_TITLE, Map.of());

  static final Operation THEMES_OF =
      query(
          "challenges.themes",
          Map.of(),
          Map.of("themes", FieldType.items(Theme.MAX_TITLE, THEMES, Map.of())),
          "found");

  static final Operation LIST =
      query(
          "challenges.listed",
          Map.of("theme", THEME),
          Map.of("challenges", FieldType.items(ChallengeFacts.MAX_TITLE, LISTED, Map.of())),
          "found",
          "none");

  /** {@code theme} is there where nothing but a theme was named. */
  static final Operation SEARCH =
      query(
          "challenges.search",
          Map.of("text", FieldType.words(Kind.TEXT, 0)),
          Map.of(
              "challenge",
              CHALLENGE.orAbsent(),
              "challenges",
              FieldType.items(ChallengeFacts.MAX_TITLE, CHOICES, Map.of()),
              "theme",
              THEME.orAbsent()),
          "sure",
          "several",
          "theme",
          "none");

  static final Operation SHOW =
      query(
          "challenges.show",
          Map.of("challenge", CHALLENGE),
          Map.of(
              "code",
              FieldType.words(Kind.TEXT, ChallengeCode.MOST),
              "title",
              FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_TITLE),
              "goal",
              FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_GOAL),
              "theme",
              THEME,
              "offers",
              FieldType.of(Kind.WHOLE).orAbsent()),
          "found",
          "closed",
          "gone");

  /**
   * Some of its questions, from the number {@code from}, as many as fit; {@code next} is where to
   * go on. {@code via}: by which sort of channel they are read.
   */
  static final Operation QUESTIONS_OF =
      query(
          "challenges.questions",
          Map.of(
              "challenge",
              CHALLENGE,
              "from",
              FieldType.of(Kind.WHOLE).orAbsent(),
              "via",
              FieldType.words(Kind.TEXT, 0)),
          Map.of(
              "lines",
              FieldType.words(Kind.LOCAL, QUESTIONS),
              "next",
              FieldType.of(Kind.WHOLE).orAbsent()),
          "found",
          "none");

  static final List<Operation> ALL = List.of(THEMES_OF, LIST, SEARCH, SHOW, QUESTIONS_OF);

  private ChallengeOperations() {}

  static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
