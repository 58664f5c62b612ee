package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Scratch;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Language;
import ma.jisr.flow.lint.Coverage;
import ma.jisr.flow.lint.Finding;
import ma.jisr.flow.lint.GlobalTable;
import ma.jisr.flow.lint.LintOptions;
import ma.jisr.flow.lint.Linter;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.render.Words;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jisr lint}: checks all flows that come with Jisr, and prints how far their translations
 * are.
 */
@Command(name = "lint", description = "checks all flows: translations, sizes, bidi, ways out")
final class LintCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    // The operations are declared by the services, which want a store to stand on, if an empty one.
    try (Scratch scratch = Scratch.make();
        Store store = SqliteStore.open(scratch.folder().resolve("data"), Stores.collections())) {
      Repertoire repertoire =
          Repertoire.of(Settings.ofSandbox(Path.of("")), store, Clock.systemUTC(), Runnable::run);
      return lint(repertoire, out);
    }
  }

  static int lint(Repertoire repertoire, PrintWriter out) {
    Collection<Flow> flows = repertoire.flows().flows().values();
    Map<String, Reviews> reviews = new HashMap<>(); // texts carry `reviewed:` themselves so far
    Linter linter =
        new Linter(
            repertoire.services(),
            Words.from(repertoire.flows().common()),
            GlobalTable.words(),
            LintOptions.DEFAULT);
    List<Finding> findings = linter.lint(flows, reviews);
    findings.forEach(out::println);
    for (Language language : Language.PHONE) out.println(Coverage.of(language, flows, reviews));
    long errors = findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).count();
    out.println(
        flows.size()
            + " flows, "
            + errors
            + " errors, "
            + (findings.size() - errors)
            + " warnings");
    out.flush();
    return errors == 0 ? 0 : Jisr.FAILED;
  }
}
