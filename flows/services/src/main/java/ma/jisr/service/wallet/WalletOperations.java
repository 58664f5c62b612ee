package ma.jisr.service.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;

/**
 * What people can ask of wallets, and have asked of theirs. No operation takes a payer's number:
 * who pays is whoever asks. Each may answer {@link #HIDDEN}: nothing of the kind is offered here.
 */
final class WalletOperations {
  /** Of every operation: no provider is configured, or none has been shown to do this. */
  static final String HIDDEN = "hidden";

  /** Longest name of a payee, in a list and in a sentence. */
  static final int NAME = 24;

  /** "JSR-7F3K2", "R-7F3K2". */
  static final int REFERENCE = 9;

  /** Most payees offered at once: they fit one screen with what else is on it. */
  static final int OFFERED = 4;

  private WalletOperations() {}

  /** All of the service. */
  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(PayingOperations.ALL);
    all.addAll(FollowOperations.ALL);
    return List.copyOf(all);
  }

  static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name,
        Operation.Kind.QUERY,
        takes,
        gives,
        withHidden(outcomes),
        Set.of(),
        Assurance.CLAIMED);
  }

  static Operation command(
      String name,
      Set<Operation.Trait> traits,
      Assurance needs,
      Map<String, FieldType> takes,
      Map<String, FieldType> gives,
      String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, withHidden(outcomes), traits, needs);
  }

  private static List<String> withHidden(String... outcomes) {
    List<String> all = new ArrayList<>(List.of(outcomes));
    all.add(HIDDEN);
    return all;
  }

  static FieldType text(int longest) {
    return FieldType.words(Kind.TEXT, longest);
  }
}
