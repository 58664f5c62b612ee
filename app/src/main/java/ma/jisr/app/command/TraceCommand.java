package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import ma.jisr.app.admin.AdminClient;
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
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), "trace " + word);
    try {
      List<String> lines =
          answer.isPresent() ? answer.get().lines() : offline(settings, settings.data(), word);
      boolean told = answer.isEmpty() || answer.get().ok();
      var to = told ? spec.commandLine().getOut() : spec.commandLine().getErr();
      lines.forEach(line -> to.println(told ? line : "jisr: " + line));
      return told ? 0 : Jisr.FAILED;
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println("jisr: " + e.getMessage());
      return Jisr.FAILED;
    }
  }

  private static List<String> offline(Settings settings, Path data, String word) throws Exception {
    if (settings.store().isEmpty() && !Files.exists(data.resolve("live.db")))
      throw new IOException("there is no store in " + data);
    Keys keys = KeyFile.read(settings.keys(), data);
    try (Store store = Stores.open(settings, data)) {
      return TraceLines.of(store, keys, word);
    }
  }
}
