package ma.jisr.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FieldDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr reports}: what people say of hotspots, and what an operator makes of it. */
@Command(
    name = "reports",
    description = "what people report of hotspots; settles it",
    synopsisSubcommandLabel = "list | check | accept | reject")
final class ReportsCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return ask(config, List.of("list"));
  }

  @Command(name = "list", description = "what nobody has checked yet, and new hotspots")
  int list(@Mixin ConfigOption asked) throws Exception {
    return ask(asked, List.of("list"));
  }

  @Command(name = "check", description = "says how a hotspot is; who reported it is thanked")
  int check(
      @Mixin ConfigOption asked,
      @Parameters(paramLabel = "CODE", description = "of the hotspot") String code,
      @Parameters(paramLabel = "STATE", description = "works, broken or closed") String state)
      throws Exception {
    return ask(asked, List.of("check", code, state));
  }

  @Command(name = "accept", description = "says which hotspot it is now; who named it is thanked")
  int accept(
      @Mixin ConfigOption asked,
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "CODE", description = "of the hotspot, on the map") String code)
      throws Exception {
    return ask(asked, List.of("accept", id, code));
  }

  @Command(name = "reject", description = "puts a new one aside")
  int reject(@Mixin ConfigOption asked, @Parameters(paramLabel = "ID") String id) throws Exception {
    return ask(asked, List.of("reject", id));
  }

  private int ask(ConfigOption from, List<String> words) throws Exception {
    Settings settings = from.settings();
    String request = "reports " + String.join(" ", words);
    return Owner.ask(
        spec,
        settings,
        request,
        () ->
            FieldDoor.ask(settings, "reports", List.of(String.join(" ", words).split("\\s+", -1))));
  }
}
