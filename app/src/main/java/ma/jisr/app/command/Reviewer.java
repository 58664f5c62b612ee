package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Reviewing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * Who asks for the review list, and where: the running process, or the store itself when none runs.
 */
final class Reviewer {
  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "a name of unresolved.reviewers; without it, the account's")
  @Nullable String name;

  @Spec(Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  /** Asks, and prints what comes; gives the exit code. */
  int ask(String... words) throws Exception {
    Settings settings = config.settings();
    String request = (name(settings) + ' ' + String.join(" ", words)).replaceAll("\\s+", " ");
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), "unresolved " + request);
    try {
      List<String> lines = answer.isPresent() ? answer.get().lines() : offline(settings, request);
      boolean told = answer.isEmpty() || answer.get().ok();
      var to = told ? spec.commandLine().getOut() : spec.commandLine().getErr();
      lines.forEach(line -> to.println(told ? line : "jisr: " + line));
      return told ? 0 : Jisr.FAILED;
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println("jisr: " + e.getMessage());
      return Jisr.FAILED;
    }
  }

  private String name(Settings settings) {
    if (name != null) return name;
    return settings.sandbox() ? Settings.Review.SANDBOX : System.getProperty("user.name", "");
  }

  private static List<String> offline(Settings settings, String request) throws Exception {
    Path data = settings.data();
    if (settings.store().isEmpty() && !Files.exists(data.resolve("live.db")))
      throw new IOException("there is no store in " + data);
    return Reviewing.offline(settings, List.of(request.split(" ", -1)));
  }
}
