package ma.jisr.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.value.Value;

/** The real flow files, and scripted answers. */
final class Flows {
  private static final Path SERVICES = Path.of("../services/src/main/resources/ma/jisr/service");

  private Flows() {}

  static FlowSet real() {
    return FlowSet.of(
        List.of(read("hotspots/hotspots.yaml"), read("account/language.yaml")), CommonTexts.load());
  }

  static FlowSet of(String... texts) {
    List<Flow> flows =
        Arrays.stream(texts).map(t -> FlowParser.parse("test.yaml", t).orThrow()).toList();
    return FlowSet.of(flows, CommonTexts.load());
  }

  private static Flow read(String file) {
    try {
      return FlowParser.parse(file, Files.readString(SERVICES.resolve(file))).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OperationResult result(String outcome, Map<String, Value> values) {
    return new OperationResult(outcome, values);
  }

  static OperationResult items(String outcome, Value.Item... items) {
    return new OperationResult(outcome, Map.of("items", new Value.Items(List.of(items))));
  }

  static Value.Item item(String id, String label) {
    return Value.Item.of(id, LocalText.same(label));
  }

  static Value.Item place(String id, String label, String kind) {
    return new Value.Item(id, LocalText.same(label), Map.of("kind", new Value.Text(kind)));
  }
}
