package ma.jisr.flow.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;

/**
 * What a flow may call by name, as a service declares it. Results are cut to their longest length
 * at run time, so that what the linter proved about screens holds.
 *
 * @param name {@code service.verb}, lower case
 * @param kind whether calling it twice matters
 * @param takes the arguments by name; all are required unless the type says otherwise
 * @param gives the fields of the answer by name
 * @param outcomes what the answer may be called; the first is the good one
 * @param traits what the linter must insist on
 * @param needs the least assurance that it accepts
 */
public record Operation(
    String name,
    Kind kind,
    Map<String, FieldType> takes,
    Map<String, FieldType> gives,
    List<String> outcomes,
    Set<Trait> traits,
    Assurance needs) {
  public Operation {
    takes = Map.copyOf(takes);
    gives = Map.copyOf(gives);
    outcomes = List.copyOf(outcomes);
    traits = Set.copyOf(traits);
  }

  /** Whether calling it twice matters. */
  public enum Kind {
    /** Changes nothing; asked again after a crash. */
    QUERY,
    /** Changes the world: called with a key, once per key. */
    COMMAND
  }

  /** What an operation does to people, for the linter. */
  public enum Trait {
    MOVES_MONEY,
    /** The wallet's provider will ask for a PIN on the handset: our dialogue must have ended. */
    ASKS_TO_PAY,
    ERASES,
    PUBLISHES,
    CHANGES_RIGHTS
  }
}
