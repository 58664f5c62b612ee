package ma.jisr.service.audience;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.proof.Codes;

/** What can be asked about who hears what. Longer texts are cut to these lengths at run time. */
final class AudienceOperations {
  /** Longest name of a place: as hotspots list them. */
  static final int LABEL = 24;

  /** Names of followed places one behind the other, in a sentence. */
  static final int NAMES = 60;

  /** Longest name of a topic with its state: "Commune : non". */
  static final int TOPIC = 18;

  /** Longest code of a notice. */
  private static final int CODE = 8;

  /** Longest label of an announcement: its code and its first words. */
  static final int SAID = 32;

  private static final FieldType PLACE =
      FieldType.item(LABEL, Map.of("kind", FieldType.words(Kind.TEXT, 8).orAbsent()));
  private static final FieldType NAME = FieldType.words(Kind.LOCAL, LABEL);
  private static final FieldType ITEM = FieldType.item(SAID, Map.of());
  private static final FieldType TEXT = FieldType.words(Kind.TEXT, 0);
  private static final FieldType TOPIC_NAME = FieldType.words(Kind.LOCAL, TopicWords.LONGEST);
  private static final FieldType SECRET = FieldType.words(Kind.TEXT, Codes.LENGTH);

  /** {@code names}: of the places, one behind the other. */
  static final Operation MINE =
      query(
          "audience.mine",
          Map.of(),
          Map.of(
              "places", FieldType.items(LABEL, Subscribers.MOST_PLACES, Map.of()),
              "names", FieldType.words(Kind.LOCAL, NAMES)),
          "some",
          "none",
          "stopped");

  /** A place, or the one in which a hotspot is. */
  static final Operation FOLLOW =
      command(
          "audience.follow",
          Map.of("place", PLACE, "link", FieldType.words(Kind.TEXT, 32).orAbsent()),
          Map.of("place", NAME.orAbsent()),
          "followed",
          "many",
          "no_number",
          "no_place",
          "stopped");

  /** The same of an offer that has been taken: nobody waits for what becomes of it. */
  static final Operation ACCEPT =
      command(
          "audience.accept",
          Map.of("place", PLACE, "link", FieldType.words(Kind.TEXT, 32).orAbsent()),
          Map.of(),
          "noted");

  static final Operation UNFOLLOW =
      command(
          "audience.unfollow",
          Map.of("place", FieldType.item(LABEL, Map.of())),
          Map.of("place", NAME.orAbsent()),
          "ended");

  static final Operation TOPICS =
      query(
          "audience.topics",
          Map.of(),
          Map.of("topics", FieldType.items(TOPIC, Topic.values().length, Map.of())),
          "some",
          "none");

  /** Heard is muted, muted is heard again. */
  static final Operation TURN =
      command(
          "audience.turn",
          Map.of("topic", FieldType.item(TOPIC, Map.of())),
          Map.of("topic", TOPIC_NAME),
          "muted",
          "heard",
          "none");

  /** {@code text}: "STOP EAU". */
  static final Operation MUTE =
      command(
          "audience.mute",
          Map.of("text", TEXT),
          Map.of("topic", TOPIC_NAME.orAbsent()),
          "muted",
          "none",
          "unclear");

  static final Operation ASKED =
      query(
          "audience.asked",
          Map.of(),
          Map.of(
              "said",
              ITEM.orAbsent(),
              "text",
              FieldType.words(Kind.LOCAL, Announcing.MOST).orAbsent(),
              "code",
              FieldType.words(Kind.TEXT, CODE).orAbsent(),
              "announcements",
              FieldType.items(SAID, Announcements.MOST_SHOWN, Map.of())),
          "one",
          "several",
          "none");

  static final Operation ANNOUNCED =
      command(
          "audience.announced",
          Map.of("said", ITEM),
          Map.of("code", FieldType.words(Kind.TEXT, CODE).orAbsent()),
          "noted",
          "gone");

  static final Operation ENROL =
      command(
          "audience.enrol",
          Map.of("who", FieldType.of(Kind.PHONE), "place", PLACE),
          Map.of("code", SECRET.orAbsent(), "place", NAME.orAbsent()),
          "sent",
          "not_yours",
          "enough",
          "unreached");

  static final Operation ENROLLED =
      command(
          "audience.enrolled",
          Map.of("who", FieldType.of(Kind.PHONE), "place", PLACE, "code", SECRET),
          Map.of("place", NAME.orAbsent()),
          "enlisted",
          "wrong",
          "late",
          "enough",
          "not_yours",
          "stopped",
          "many",
          "unreached");

  static final List<Operation> ALL =
      List.of(
          MINE, FOLLOW, ACCEPT, UNFOLLOW, TOPICS, TURN, MUTE, ASKED, ANNOUNCED, ENROL, ENROLLED);

  private AudienceOperations() {}

  private static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return operation(name, Operation.Kind.QUERY, takes, gives, outcomes);
  }

  private static Operation command(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return operation(name, Operation.Kind.COMMAND, takes, gives, outcomes);
  }

  private static Operation operation(
      String name,
      Operation.Kind kind,
      Map<String, FieldType> takes,
      Map<String, FieldType> gives,
      String... outcomes) {
    return new Operation(name, kind, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
