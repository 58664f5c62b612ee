package ma.jisr.service.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeCode;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.proof.Codes;

/** What can be asked about notices, by anybody, and done with them by officials. */
final class NoticeOperations {
  /** Longest label of a list: what a USSD line holds beside its digit. */
  static final int LABEL = 24;

  /** Notices in a list: they fit one screen. */
  static final int LISTED = 6;

  /** Choices for a doubtful name. */
  static final int CHOICES = 4;

  /** Most areas that an official is offered: a province with its communes. */
  static final int AREAS = 100;

  /** Longest action of a template. */
  static final int ACTION = 32;

  /** What has happened: a hazard's name, or the first words of an official's own. */
  static final int WHAT = 40;

  /** What to do, as phones show it: an action of a template, or the first words of own ones. */
  static final int ADVICE = 60;

  /** Longest name of an area in a text. */
  static final int PLACE_NAME = 30;

  /** What a second person says who gives a notice back, as its author is told by SMS. */
  static final int NOTE = 60;

  /** Longest hour: "mercredi 18h30". */
  static final int WHEN = 16;

  /** Longest mark: "EXERCICE. MISE À JOUR". */
  static final int MARK = 22;

  private static final Map<String, FieldType> PLACE_FIELDS =
      Map.of(
          "kind", text(8).orAbsent(),
          "passing", FieldType.of(Kind.FLAG).orAbsent(),
          "province", FieldType.words(Kind.LOCAL, LABEL).orAbsent());

  private static final FieldType PLACE = FieldType.item(LABEL, PLACE_FIELDS);
  private static final FieldType NOTICE = FieldType.item(LABEL, Map.of());
  private static final FieldType CODE = text(NoticeCode.MOST).orAbsent();
  private static final FieldType ID = text(Notice.MAX_ID);
  private static final FieldType MOMENT = FieldType.words(Kind.LOCAL, WHEN).orAbsent();
  private static final FieldType COUNT = FieldType.of(Kind.WHOLE).orAbsent();

  /** A place by its name, its letters' keys, or a notice by its code ({@code kind}: notice). */
  static final Operation SEARCH =
      query(
          "notices.search",
          Assurance.CLAIMED,
          Map.of("text", text(0), "near", PLACE.orAbsent()),
          Map.of("places", FieldType.items(LABEL, CHOICES, PLACE_FIELDS)),
          "sure",
          "several",
          "none");

  /** {@code place}; without one {@code home}; {@code unknown} without either. */
  static final Operation CURRENT =
      query(
          "notices.current",
          Assurance.CLAIMED,
          Map.of("place", PLACE.orAbsent(), "home", PLACE.orAbsent()),
          Map.of(
              "place", FieldType.words(Kind.LOCAL, LABEL).orAbsent(),
              "here", PLACE.orAbsent(),
              "notice", NOTICE.orAbsent(),
              "notices", FieldType.items(LABEL, LISTED, Map.of())),
          "one",
          "several",
          "none",
          "unknown");

  static final Operation SHOW =
      query("notices.show", Assurance.CLAIMED, Map.of("notice", NOTICE), told(), "found", "gone");

  /** Whether a notice of this code is true. {@code wrong}: its check digit is. */
  static final Operation VERIFY =
      query(
          "notices.verify",
          Assurance.CLAIMED,
          Map.of("code", text(0)),
          told(),
          "confirmed",
          "over",
          "cancelled",
          "changed",
          "wrong",
          "unknown");

  /** {@code scope}: own, where there is one place only; else several. */
  static final Operation DESK =
      query(
          "notices.desk",
          Assurance.NETWORK,
          Map.of(),
          Map.of("scope", text(8).orAbsent(), "waiting", CODE),
          "ready",
          "stranger");

  /** {@code keys}: only those whose name begins with the letters of these keys. */
  static final Operation TERRITORY =
      query(
          "notices.territory",
          Assurance.NETWORK,
          Map.of("keys", text(0).orAbsent()),
          Map.of("areas", FieldType.items(LABEL, AREAS, Map.of())),
          "found",
          "none");

  static final Operation ACTIONS =
      query(
          "notices.actions",
          Assurance.CLAIMED,
          Map.of("hazard", text(0)),
          Map.of("actions", FieldType.items(ACTION, 3, Map.of())),
          "found");

  static final Operation HOURS =
      query(
          "notices.hours",
          Assurance.CLAIMED,
          Map.of("hazard", text(0)),
          Map.of("hours", FieldType.items(WHEN, 4, Map.of())),
          "found");

  /** Begins a notice of a template, and sends the code by which its author agrees with it. */
  static final Operation DRAFT =
      command(
          "notices.draft",
          Set.of(),
          Assurance.NETWORK,
          Map.of(
              "hazard", text(0),
              "place", FieldType.item(LABEL, Map.of()).orAbsent(),
              "action", FieldType.item(ACTION, Map.of()),
              "until", FieldType.item(WHEN, Map.of()).orAbsent()),
          with(
              counted(),
              Map.of(
                  "notice", ID.orAbsent(), "code", text(Codes.LENGTH).orAbsent(), "again", MOMENT)),
          "ready",
          "hourly",
          "nobody",
          "locked",
          "outside",
          "stranger");

  static final Operation PUBLISH =
      command(
          "notices.publish",
          Set.of(Operation.Trait.PUBLISHES),
          Assurance.NETWORK,
          Map.of("notice", ID, "proof", text(Codes.LENGTH)),
          Map.of("people", COUNT, "number", CODE, "again", MOMENT),
          "sent",
          "review",
          "wrong",
          "late",
          "locked",
          "hourly",
          "gone",
          "outside",
          "stranger");

  /** What an official may do with a notice: {@code approve} it, or {@code cancel} it. */
  static final Operation CASE =
      query(
          "notices.case",
          Assurance.NETWORK,
          Map.of("code", text(0)),
          with(
              counted(),
              Map.of(
                  "notice",
                  ID.orAbsent(),
                  "digest",
                  text(64).orAbsent(),
                  "number",
                  CODE,
                  "by",
                  FieldType.words(Kind.LOCAL, NoticeFacts.MAX_SENDER).orAbsent(),
                  "sent",
                  COUNT,
                  "delivered",
                  COUNT,
                  "note",
                  text(NOTE).orAbsent())),
          "approve",
          "cancel",
          "over",
          "stranger");

  static final Operation APPROVE =
      command(
          "notices.approve",
          Set.of(Operation.Trait.PUBLISHES),
          Assurance.NETWORK,
          Map.of("notice", ID, "digest", text(64)),
          Map.of(),
          "approved",
          "own",
          "gone",
          "outside",
          "stranger");

  static final Operation CANCEL =
      command(
          "notices.cancel",
          Set.of(Operation.Trait.PUBLISHES),
          Assurance.NETWORK,
          Map.of("notice", ID),
          Map.of(),
          "cancelled",
          "gone",
          "outside",
          "stranger");

  /** Taking a notice back by SMS, whose sender can be forged: a code goes out first. */
  static final Operation WITHDRAW =
      command(
          "notices.withdraw",
          Set.of(),
          Assurance.CLAIMED,
          Map.of("number", text(0)),
          with(counted(), Map.of("code", text(Codes.LENGTH).orAbsent())),
          "ready",
          "over",
          "locked",
          "stranger");

  static final Operation WITHDRAWN =
      command(
          "notices.withdrawn",
          Set.of(Operation.Trait.PUBLISHES),
          Assurance.CLAIMED,
          Map.of("code", text(Codes.LENGTH)),
          counted(),
          "cancelled",
          "wrong",
          "late",
          "locked",
          "gone",
          "outside",
          "stranger");

  static final List<Operation> ALL =
      List.of(
          SEARCH, CURRENT, SHOW, VERIFY, DESK, TERRITORY, ACTIONS, HOURS, DRAFT, PUBLISH, CASE,
          APPROVE, CANCEL, WITHDRAW, WITHDRAWN);

  private NoticeOperations() {}

  private static FieldType text(int longest) {
    return FieldType.words(Kind.TEXT, longest);
  }

  /** What a notice says, and who says it. */
  private static Map<String, FieldType> told() {
    return with(
        gist(),
        Map.of(
            "mark", FieldType.words(Kind.LOCAL, MARK).orAbsent(),
            "sender", FieldType.words(Kind.LOCAL, NoticeFacts.MAX_SENDER).orAbsent(),
            "sent", MOMENT,
            "ended", MOMENT,
            "number", CODE));
  }

  private static Map<String, FieldType> gist() {
    return Map.of(
        "what", FieldType.words(Kind.LOCAL, WHAT).orAbsent(),
        "place", FieldType.words(Kind.LOCAL, PLACE_NAME).orAbsent(),
        "advice", FieldType.words(Kind.LOCAL, ADVICE).orAbsent(),
        "until", MOMENT);
  }

  /** The same with whom it reaches. */
  private static Map<String, FieldType> counted() {
    return with(gist(), Map.of("people", COUNT, "segments", COUNT));
  }

  private static Map<String, FieldType> with(
      Map<String, FieldType> some, Map<String, FieldType> more) {
    Map<String, FieldType> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static Operation query(
      String name,
      Assurance needs,
      Map<String, FieldType> takes,
      Map<String, FieldType> gives,
      String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), needs);
  }

  private static Operation command(
      String name,
      Set<Operation.Trait> traits,
      Assurance needs,
      Map<String, FieldType> takes,
      Map<String, FieldType> gives,
      String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, List.of(outcomes), traits, needs);
  }
}
