package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.render.TestWords;

/** Flows in a few lines, operations of every trait, and the linter over them. */
final class LintBench {
  private static final FieldType SHOP =
      FieldType.items(24, 12, Map.of("code", FieldType.words(FieldType.Kind.TEXT, 6)));

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "shops.search", query("shops.search", Map.of(), Map.of("shops", SHOP), "found"),
          "shops.spelt",
              query(
                  "shops.spelt",
                  Map.of("keys", FieldType.words(FieldType.Kind.TEXT, 8).orAbsent()),
                  Map.of("shops", SHOP),
                  "found"),
          "shops.count",
              query(
                  "shops.count",
                  Map.of("shop", FieldType.item(24, Map.of())),
                  Map.of("ahead", FieldType.of(FieldType.Kind.WHOLE)),
                  "open",
                  "closed"),
          "wallet.payee",
              query(
                  "wallet.payee",
                  Map.of(),
                  Map.of("name", FieldType.words(FieldType.Kind.TEXT, 20)),
                  "found"),
          "wallet.pay", grave("wallet.pay", Operation.Trait.MOVES_MONEY, Assurance.NETWORK),
          "wallet.ask", grave("wallet.ask", Operation.Trait.ASKS_TO_PAY, Assurance.CLAIMED),
          "account.erase", grave("account.erase", Operation.Trait.ERASES, Assurance.NETWORK),
          "notice.publish", grave("notice.publish", Operation.Trait.PUBLISHES, Assurance.LINKED));

  static final IntentNames INTENTS =
      new IntentNames(
          Set.of("ticket.take", "ticket.cancel", "wallet.bill"),
          Set.of("ticket.cancel", "wallet.bill"),
          Set.of("amount", "shop"));

  private LintBench() {}

  static Operations operations() {
    return name -> Optional.ofNullable(OPERATIONS.get(name));
  }

  private static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }

  private static Operation grave(String name, Operation.Trait trait, Assurance needs) {
    return new Operation(
        name,
        Operation.Kind.COMMAND,
        Map.of(
            "sum", FieldType.of(FieldType.Kind.AMOUNT).orAbsent(),
            "code", FieldType.words(FieldType.Kind.TEXT, 6).orAbsent()),
        Map.of(),
        List.of("done"),
        Set.of(trait),
        needs);
  }

  /** The flows of these files, which must parse; named {@code flow0.yaml} and so on. */
  static List<Flow> flows(String... files) {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      String text =
          files[i].startsWith("flow:") ? files[i] : "flow: test.flow" + i + "\n" + files[i];
      flows.add(FlowParser.parse("flow" + i + ".yaml", text).orThrow());
    }
    return flows;
  }

  /** What is found in French, or in the languages that are given. */
  static List<String> lint(List<Flow> flows, Language... languages) {
    List<Language> told = languages.length == 0 ? List.of(Language.FR) : List.of(languages);
    LintOptions options = new LintOptions(told, Surface.USSD, Surface.SMS, INTENTS);
    return new Linter(operations(), TestWords.all(), GlobalTable.words(), options)
        .lint(flows, Map.of()).stream().map(Finding::toString).toList();
  }
}
