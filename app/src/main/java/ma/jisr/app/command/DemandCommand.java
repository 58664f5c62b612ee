package ma.jisr.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import ma.jisr.app.report.DemandVerb;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FieldDoor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jisr demand}: where and when people asked, and nothing was near. */
@Command(
    name = "demand",
    description = "where people asked and nothing was within 10 km; nothing of fewer than five")
final class DemandCommand implements Callable<Integer> {
  @Option(names = "--from", paramLabel = "DAY", description = "first day, as 2026-03-01")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day (default: today)")
  @Nullable String to;

  @Option(names = "--format", paramLabel = "csv|geojson", description = "default: csv")
  String format = "csv";

  @Mixin ConfigOption config = new ConfigOption();

  @Mixin Signature signature = new Signature();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    List<String> words = List.of(signature.word(), day(from), day(to), format);
    return Owner.ask(
        spec,
        settings,
        "demand " + String.join(" ", words),
        () -> FieldDoor.ask(settings, "demand", words));
  }

  private static String day(@Nullable String day) {
    return day == null ? DemandVerb.USUAL : day.replaceAll("\\s", "");
  }
}
