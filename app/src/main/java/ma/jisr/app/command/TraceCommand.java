package ma.jisr.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Stores;
import ma.jisr.app.wiring.TraceLines;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr trace}: what became of a message, or of all of a number's. */
@Command(
    name = "trace",
    description = "tells what became of a message, or of all messages of a number; never a text")
final class TraceCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "ID|MSISDN",
      description = "a message's id as the log has it, or a phone number")
  String asked = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    String word = asked.replaceAll("\\s", "");
    return Owner.ask(spec, settings, "trace " + word, () -> stored(settings, word));
  }

  private static List<String> stored(Settings settings, String word) throws Exception {
    Path data = settings.data();
    Keys keys = KeyFile.read(settings.keys(), data);
    try (Store store = Stores.open(settings, data)) {
      return TraceLines.of(store, keys, word);
    }
  }
}
