package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.understand.ModelFreeText;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Scratch;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Language;
import ma.jisr.flow.lint.Coverage;
import ma.jisr.flow.lint.Finding;
import ma.jisr.flow.lint.GlobalTable;
import ma.jisr.flow.lint.LintAgainst;
import ma.jisr.flow.lint.LintOptions;
import ma.jisr.flow.lint.Linter;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.render.Words;
import ma.jisr.gateway.session.Standing;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jisr lint}: checks all flows that come with Jisr, and prints how far their translations
 * are; with {@code --against} also the live conversations that they would strand; with {@code
 * --accept} notes that somebody has read the texts of a language.
 */
@Command(name = "lint", description = "checks all flows: translations, sizes, bidi, ways out")
final class LintCommand implements Callable<Integer> {
  @Option(
      names = "--accept",
      paramLabel = "LANG",
      split = ",",
      description = "notes beside each flow that its texts in these languages have been read")
  List<String> accepted = new ArrayList<>();

  @Option(names = "--by", paramLabel = "NAME", description = "who has read them, with --accept")
  @Nullable String by;

  @Option(
      names = "--against",
      paramLabel = "DATA",
      description = "a data folder, whose live conversations must find their steps again")
  @Nullable Path against;

  @Parameters(
      arity = "0..1",
      paramLabel = "FLOWS-FOLDER",
      description = "where the flow files lie, with --accept (default: ${DEFAULT-VALUE})")
  Path folder = Path.of("flows/services/src/main/resources");

  @Mixin ConfigOption config = new ConfigOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (by != null || !accepted.isEmpty()) return accept(out);
    // The operations are declared by the services, which want a store to stand on, if an empty one.
    try (Scratch scratch = Scratch.make();
        Store store = SqliteStore.scratch(scratch.folder().resolve("data"), Stores.collections())) {
      Repertoire repertoire =
          Repertoire.of(Settings.ofSandbox(Path.of("")), store, Clock.systemUTC(), Runnable::run);
      int code = lint(repertoire, out);
      int stranded = against == null ? 0 : against(against, repertoire, out);
      out.flush();
      return Math.max(code, stranded);
    }
  }

  private int accept(PrintWriter out) throws IOException {
    if (by == null || by.isBlank() || accepted.isEmpty())
      throw new ParameterException(
          spec.commandLine(), "--accept LANG and --by NAME belong together");
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (String tag : accepted)
      languages.add(
          Language.of(tag)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "no language " + tag + "; those of phones: " + tags())));
    Acceptance.of(folder, List.copyOf(languages), by.strip()).forEach(out::println);
    out.flush();
    return 0;
  }

  private static String tags() {
    return String.join(", ", Language.PHONE.stream().map(Language::tag).toList());
  }

  private int against(Path data, Repertoire repertoire, PrintWriter out) throws IOException {
    Standing standing = LiveConversations.of(data, config.settings());
    List<Finding> findings =
        new LintAgainst(repertoire.flows().flows().values()).findings(standing.places());
    findings.forEach(out::println);
    int open = standing.places().values().stream().mapToInt(Integer::intValue).sum();
    out.println(standing.people() + " people, " + open + " live conversations");
    if (standing.unreadable() > 0)
      out.println(standing.unreadable() + " people could not be read under these keys");
    return findings.isEmpty() && standing.unreadable() == 0 ? 0 : Jisr.FAILED;
  }

  static int lint(Repertoire repertoire, PrintWriter out) {
    Collection<Flow> flows = repertoire.flows().flows().values();
    List<Finding> findings = findings(repertoire);
    findings.forEach(out::println);
    for (Language language : Language.PHONE)
      out.println(Coverage.of(language, flows, repertoire.reviews()));
    long errors = findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).count();
    out.println(
        flows.size()
            + " flows, "
            + errors
            + " errors, "
            + (findings.size() - errors)
            + " warnings");
    return errors == 0 ? 0 : Jisr.FAILED;
  }

  /** What is wrong with the flows, whose operations are the registered ones. */
  static List<Finding> findings(Repertoire repertoire) {
    Linter linter =
        new Linter(
            repertoire.services(),
            Words.from(repertoire.flows().common()),
            GlobalTable.words(),
            LintOptions.usual(ModelFreeText.names()));
    return linter.lint(repertoire.flows().flows().values(), repertoire.reviews());
  }
}
