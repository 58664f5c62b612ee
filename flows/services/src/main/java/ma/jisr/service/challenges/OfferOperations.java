package ma.jisr.service.challenges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.challenges.register.ChallengeCode;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;

/** What can be asked about offers, and done with them. */
final class OfferOperations {
  /** "99.99/9999". */
  static final int REF = 10;

  /** Longest name of who offers, as {@code Relayed} cuts it. */
  static final int WHO = 30;

  /** Longest line of own offers in a list: "2.4/3 Désenclavement". */
  static final int LABEL = 26;

  /** Longest line about an offer, question or answer, as {@code Relayed} cuts it. */
  static final int LINE = 90;

  /** Longest name of a place in a message. */
  static final int PLACE = 20;

  /** Own offers that are listed. */
  static final int LISTED = 5;

  private static final FieldType REFERENCE = FieldType.words(Kind.TEXT, REF);

  private static final FieldType OFFER = FieldType.item(LABEL, Map.of());

  private static final FieldType TYPED = FieldType.words(Kind.TEXT, 0);

  /** {@code waiting}: it is kept until somebody is registered who answers for the challenge. */
  static final Operation OFFER_FOR =
      command(
          "challenges.offer",
          Map.of(
              "challenge",
              ChallengeOperations.CHALLENGE,
              "who",
              TYPED,
              "place",
              FieldType.item(ChallengeFacts.MAX_LINE, Map.of()).orAbsent(),
              "line",
              TYPED),
          Map.of("ref", REFERENCE.orAbsent()),
          "sent",
          "waiting",
          "already",
          "words",
          "enough",
          "closed");

  static final Operation MINE =
      ChallengeOperations.query("challenges.mine", Map.of(), mine(), "found", "none");

  static final Operation WITHDRAW =
      command(
          "challenges.withdraw",
          Map.of("offer", OFFER),
          Map.of("ref", REFERENCE.orAbsent()),
          "withdrawn",
          "late");

  /** A word by SMS: of who answers for a challenge, or of who offers. */
  static final Operation WORD =
      new Operation(
          "challenges.word",
          Operation.Kind.COMMAND,
          Map.of("text", TYPED),
          Map.of(
              "ref",
              REFERENCE.orAbsent(),
              "refs",
              FieldType.words(Kind.TEXT, 4 * (REF + 2)).orAbsent(),
              "who",
              FieldType.words(Kind.TEXT, WHO).orAbsent(),
              "phone",
              FieldType.of(Kind.PHONE).orAbsent(),
              "code",
              FieldType.words(Kind.TEXT, ChallengeCode.MOST).orAbsent(),
              "title",
              FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_TITLE).orAbsent(),
              "proof",
              FieldType.words(Kind.TEXT, 6).orAbsent()),
          List.of(
              "accepted",
              "declined",
              "asked",
              "replied",
              "withdrawn",
              "prove",
              "which",
              "which_challenge",
              "unknown",
              "unasked",
              "unclear",
              "words",
              "enough",
              "stranger",
              "locked"),
          Set.of(),
          Assurance.CLAIMED);

  /** The code that shows that an owner's SMS is theirs ends the challenge. */
  static final Operation PROVE =
      new Operation(
          "challenges.prove",
          Operation.Kind.COMMAND,
          Map.of("code", TYPED),
          Map.of(
              "title",
              FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_TITLE).orAbsent(),
              "code",
              FieldType.words(Kind.TEXT, ChallengeCode.MOST).orAbsent()),
          List.of("closed", "wrong", "late", "locked", "stranger"),
          Set.of(),
          Assurance.CLAIMED);

  static final List<Operation> ALL = List.of(OFFER_FOR, MINE, WITHDRAW, WORD, PROVE);

  private OfferOperations() {}

  /**
   * The offers; and what the messages of this flow hold that are told unasked, never answered here,
   * so that they are measured.
   */
  private static Map<String, FieldType> mine() {
    Map<String, FieldType> fields = new HashMap<>();
    fields.put("offers", FieldType.items(LABEL, LISTED, Map.of()));
    fields.put("code", FieldType.words(Kind.TEXT, ChallengeCode.MOST).orAbsent());
    fields.put("title", FieldType.words(Kind.LOCAL, ChallengeFacts.MAX_TITLE).orAbsent());
    fields.put("ref", REFERENCE.orAbsent());
    fields.put("who", FieldType.words(Kind.TEXT, WHO).orAbsent());
    fields.put("place", FieldType.words(Kind.LOCAL, PLACE).orAbsent());
    fields.put("line", FieldType.words(Kind.TEXT, LINE).orAbsent());
    fields.put("keeper", FieldType.words(Kind.TEXT, Keeper.MAX_NAME).orAbsent());
    fields.put("text", FieldType.words(Kind.TEXT, LINE).orAbsent());
    fields.put("phone", FieldType.of(Kind.PHONE).orAbsent());
    return fields;
  }

  private static Operation command(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
