package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;

/** What relays are answered: what they are to say aloud, and that it is known that they have. */
final class RelayAnswers {
  private final Announcements announcements;

  RelayAnswers(Announcements announcements) {
    this.announcements = announcements;
  }

  CompletableFuture<OperationResult> asked(OperationRequest request) {
    return announcements
        .waiting(request.person())
        .thenApply(
            waiting -> {
              List<Value.Item> items = new ArrayList<>();
              for (Announcement one : waiting) items.add(item(one));
              Map<String, Value> values = new HashMap<>();
              values.put("announcements", new Value.Items(items));
              if (waiting.size() == 1) {
                Announcement only = waiting.getFirst();
                values.put("said", items.getFirst());
                values.put("text", new Value.Local(only.aloud()));
                values.put("code", new Value.Text(only.code()));
              }
              String outcome = waiting.isEmpty() ? "none" : waiting.size() == 1 ? "one" : "several";
              return new OperationResult(outcome, values);
            });
  }

  private static Value.Item item(Announcement one) {
    Map<ma.jisr.base.Language, String> labels = new HashMap<>();
    one.aloud().byLanguage().forEach((l, text) -> labels.put(l, one.code() + ' ' + text));
    return new Value.Item(one.id(), new LocalText(labels), Map.of());
  }

  CompletableFuture<OperationResult> announced(OperationRequest request) {
    String id = request.arguments().get("said") instanceof Value.Item item ? item.id() : "";
    return announcements
        .announced(id, request.person(), request.key())
        .thenApply(
            found ->
                found
                    .map(
                        one ->
                            new OperationResult(
                                "noted", Map.of("code", new Value.Text(one.code()))))
                    .orElseGet(() -> new OperationResult("gone", Map.of())));
  }
}
