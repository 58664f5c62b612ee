package ma.jisr.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.CheckReport;
import ma.jisr.app.wiring.Stores;
import ma.jisr.store.sqlite.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jisr check}: looks through the store, in the running process when there is one. */
@Command(
    name = "check",
    description = "checks the store; asks the running process when there is one")
final class CheckCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    PrintWriter out = spec.commandLine().getOut();
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), "check");
    if (answer.isPresent()) {
      answer.get().lines().forEach(out::println);
      return answer.get().ok() ? 0 : Jisr.FAILED;
    }
    if (settings.store().isPresent()) {
      out.println("no process runs here; MongoDB is checked by its own tools");
      return Jisr.FAILED;
    }
    StoreCheck.Report report = StoreCheck.of(settings.data(), Stores.collections());
    CheckReport.lines(report).forEach(out::println);
    return report.clean() ? 0 : Jisr.FAILED;
  }
}
