package ma.jisr.app.command;

import java.util.List;
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
    List<String> asked = List.of(request.split(" ", -1));
    return Owner.ask(
        spec, settings, "unresolved " + request, () -> Reviewing.offline(settings, asked));
  }

  private String name(Settings settings) {
    if (name != null) return name;
    return settings.sandbox() ? Settings.Review.SANDBOX : System.getProperty("user.name", "");
  }
}
