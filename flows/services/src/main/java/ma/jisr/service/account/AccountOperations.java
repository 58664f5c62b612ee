package ma.jisr.service.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Trait;
import ma.jisr.service.proof.Codes;

/** What people may ask about themselves. */
final class AccountOperations {
  /** Longest line of a kind, with its count and how long. */
  static final int LABEL = 42;

  /** Longest sentence that says what for. */
  static final int WHY = 78;

  /** Most kinds that are told: more than there are rooms. */
  static final int KINDS = 24;

  /** Longest address of the page on the web, as it is typed. */
  static final int PAGE = 40;

  /** The code that opens a copy, with its dashes. */
  static final int PASS = 14;

  /** Longest name of a place. */
  private static final int PLACE = 24;

  private static final FieldType CODE = FieldType.words(Kind.TEXT, Codes.LENGTH);

  /** {@code kinds}: each with what it is for. */
  static final Operation HELD =
      query(
          "account.held",
          Map.of(),
          Map.of(
              "kinds",
              FieldType.items(LABEL, KINDS, Map.of("why", FieldType.words(Kind.LOCAL, WHY)))),
          "found",
          "none");

  /** {@code before}: how often the code before, closed now, has been used; absent for never. */
  static final Operation COPY =
      command(
          "account.copy",
          Map.of(),
          Map.of(
              "page", FieldType.words(Kind.TEXT, PAGE).orAbsent(),
              "code", FieldType.words(Kind.TEXT, PASS).orAbsent(),
              "before", FieldType.of(Kind.WHOLE).orAbsent()),
          Set.of(),
          Assurance.CLAIMED,
          "made",
          "nowhere");

  /**
   * Whether somebody may be erased, and what has to show that it is they who ask: {@code sure} who
   * is at their phone, {@code prove} whose sender could be forged. {@code payments}: how many the
   * law keeps.
   */
  static final Operation LEAVE =
      command(
          "account.leave",
          Map.of(),
          Map.of(
              "code", CODE.orAbsent(),
              "payments", FieldType.of(Kind.WHOLE).orAbsent()),
          Set.of(),
          Assurance.CLAIMED,
          "sure",
          "prove",
          "locked",
          "busy");

  static final Operation ERASE =
      command(
          "account.erase",
          Map.of(),
          Map.of(),
          Set.of(Trait.ERASES),
          Assurance.NETWORK,
          "erased",
          "busy");

  /** Takes the code that was sent. */
  static final Operation PROVE =
      command(
          "account.prove",
          Map.of("code", CODE),
          Map.of(),
          Set.of(Trait.ERASES),
          Assurance.CLAIMED,
          "erased",
          "wrong",
          "late",
          "locked",
          "busy");

  static final Operation HIDE =
      command("account.hide", Map.of(), Map.of(), Set.of(), Assurance.NETWORK, "hidden");

  /** {@code code} goes to the phone of the number, and is shown nowhere else. */
  static final Operation TIE =
      command(
          "account.tie",
          Map.of("number", FieldType.of(Kind.PHONE)),
          Map.of("code", CODE.orAbsent()),
          Set.of(),
          Assurance.CLAIMED,
          "asked",
          "locked",
          "refused");

  /** Takes the code that was read there. */
  static final Operation TIED =
      command(
          "account.tied",
          Map.of("code", CODE, "link", FieldType.words(Kind.TEXT, 0)),
          Map.of(),
          Set.of(Trait.CHANGES_RIGHTS),
          Assurance.CLAIMED,
          "tied",
          "wrong",
          "late",
          "locked",
          "refused");

  /** The commune of a place, a hotspot or a point; {@code wide}: it is larger than one. */
  static final Operation COMMUNE =
      query(
          "account.commune",
          Map.of("place", FieldType.item(PLACE, Map.of())),
          Map.of("commune", FieldType.item(PLACE, Map.of()).orAbsent()),
          "found",
          "wide");

  static final List<Operation> ALL =
      List.of(
          ChangedOperation.OPERATION, HELD, COPY, LEAVE, ERASE, PROVE, HIDE, TIE, TIED, COMMUNE);

  private AccountOperations() {}

  private static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }

  private static Operation command(
      String name,
      Map<String, FieldType> takes,
      Map<String, FieldType> gives,
      Set<Trait> traits,
      Assurance needs,
      String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, List.of(outcomes), traits, needs);
  }
}
