package ma.jisr.service.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Assurance;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;

/** What the engine calls when somebody's language, scripts or STOP have changed. */
final class ChangedOperation {
  private static final FieldType TEXT = FieldType.words(Kind.TEXT, 0).orAbsent();

  static final Operation OPERATION =
      new Operation(
          "account.changed",
          Operation.Kind.COMMAND,
          Map.of("scripts", TEXT, "stopped", FieldType.of(Kind.FLAG), "link", TEXT, "code", TEXT),
          Map.of(),
          List.of("done"),
          Set.of(),
          Assurance.CLAIMED);

  private ChangedOperation() {}

  static CompletableFuture<OperationResult> answer(AccountsDesk desk, OperationRequest request) {
    Set<Script> scripts = EnumSet.of(Script.LATIN);
    for (String word : text(request, "scripts").split(" ", -1))
      if (!word.isEmpty()) scripts.add(Script.valueOf(word.toUpperCase(Locale.ROOT)));
    boolean stopped =
        request.arguments().get("stopped") instanceof Value.Flag(boolean flag) && flag;
    return desk.changed(
            new Changed(
                request.person(),
                text(request, "link"),
                text(request, "code"),
                request.language(),
                scripts,
                stopped))
        .thenApply(_ -> new OperationResult("done", Map.of()));
  }

  private static String text(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Text(String text) ? text : "";
  }
}
