package ma.jisr.flow.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;

/** The registered operations and those that the engine carries out itself. */
final class EngineOperations implements Operations {
  /** The longest language tag. */
  private static final int TAG = 8;

  private static final Map<String, Operation> OWN =
      Map.of(
          "user.language",
          own(
              "user.language",
              Map.of(
                  "language",
                  FieldType.words(Kind.TEXT, TAG),
                  "proved",
                  FieldType.words(Kind.TEXT, TAG).orAbsent())),
          "user.home",
          own("user.home", Map.of("place", FieldType.item(0, Map.of()).orAbsent())),
          "user.messages",
          own("user.messages", Map.of("wanted", FieldType.words(Kind.TEXT, TAG))),
          "user.hide",
          own("user.hide", Map.of()),
          "user.offered",
          own("user.offered", Map.of()));

  private final Operations registered;

  EngineOperations(Operations registered) {
    this.registered = registered;
  }

  private static Operation own(String name, Map<String, FieldType> takes) {
    return new Operation(
        name,
        Operation.Kind.COMMAND,
        takes,
        Map.of(),
        List.of("done"),
        Set.of(),
        Assurance.CLAIMED);
  }

  @Override
  public Optional<Operation> named(String name) {
    return Optional.ofNullable(OWN.get(name)).or(() -> registered.named(name));
  }
}
