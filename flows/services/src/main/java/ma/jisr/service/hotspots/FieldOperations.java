package ma.jisr.service.hotspots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.map.report.Voice;
import ma.jisr.service.proof.Codes;

/** What people in the field tell: what works, what does not, what is new. */
final class FieldOperations {
  /** The nearest so many to choose from: one screen with what else is offered. */
  static final int KNOWN = 3;

  /** Longest id of a link that is kept. */
  private static final int LINK = 32;

  private static final FieldType NAME = FieldType.words(Kind.LOCAL, HotspotOperations.LABEL);
  private static final FieldType TEXT = FieldType.words(Kind.TEXT, 0);
  private static final FieldType STATE = FieldType.words(Kind.LOCAL, StateWords.LONGEST);
  private static final FieldType VIA = FieldType.words(Kind.TEXT, LINK).orAbsent();

  static final Operation KNOWN_NEAR =
      new Operation(
          "hotspots.known",
          Operation.Kind.QUERY,
          Map.of("place", HotspotOperations.PLACE),
          Map.of(
              "hotspots",
              FieldType.items(HotspotOperations.LABEL, KNOWN, HotspotOperations.PLACE_FIELDS)),
          List.of("found", "none"),
          Set.of(),
          Assurance.CLAIMED);

  /** The hotspot that is meant, whatever is said of it: {@code this}. */
  static final Operation MEANT =
      new Operation(
          "hotspots.meant",
          Operation.Kind.QUERY,
          Map.of("hotspot", HotspotOperations.PLACE),
          Map.of("this", HotspotOperations.PLACE),
          List.of("found", "gone"),
          Set.of(),
          Assurance.CLAIMED);

  /** {@code what}: broken, works, moved. {@code words}: where it is now. */
  static final Operation TELL =
      command(
          "hotspots.tell",
          Map.of(
              "hotspot",
              HotspotOperations.PLACE,
              "what",
              TEXT,
              "words",
              FieldType.words(Kind.TEXT, Voice.MOST_WORDS).orAbsent(),
              "link",
              VIA),
          Map.of("name", NAME.orAbsent(), "state", STATE.orAbsent()),
          "noted",
          "again",
          "enough",
          "gone",
          "confirmed");

  static final Operation PROPOSE =
      command(
          "hotspots.propose",
          Map.of("place", HotspotOperations.PLACE, "landmark", TEXT),
          Map.of(),
          "noted",
          "enough",
          "no_place");

  /** {@code text}: what stands behind HS. */
  static final Operation COMMAND =
      command(
          "hotspots.command",
          Map.of("text", TEXT, "link", VIA),
          Map.of(
              "name",
              NAME.orAbsent(),
              "state",
              STATE.orAbsent(),
              "code",
              FieldType.words(Kind.TEXT, Codes.LENGTH).orAbsent()),
          "confirmed",
          "prove",
          "prove_new",
          "proposed",
          "noted",
          "again",
          "enough",
          "gone",
          "no_place",
          "not_yours",
          "locked",
          "unclear");

  static final Operation PROVE =
      command(
          "hotspots.prove",
          Map.of("code", FieldType.words(Kind.TEXT, Codes.LENGTH)),
          Map.of("name", NAME.orAbsent(), "state", STATE.orAbsent()),
          "confirmed",
          "proposed",
          "enough",
          "wrong",
          "late",
          "locked",
          "gone",
          "not_yours");

  static final List<Operation> ALL = List.of(KNOWN_NEAR, MEANT, TELL, PROPOSE, COMMAND, PROVE);

  private FieldOperations() {}

  private static Operation command(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
