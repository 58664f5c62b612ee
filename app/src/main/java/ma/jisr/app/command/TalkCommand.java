package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import ma.jisr.app.talk.HandsetView;
import ma.jisr.app.talk.TalkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr talk FILE…}: runs transcripts in all variations. */
@Command(
    name = "talk",
    description =
        "runs transcripts: plain, read from the store between lines, everything twice, killed after each write")
final class TalkCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "transcripts (.talk), or folders of them")
  List<Path> files = new ArrayList<>();

  @Option(names = "--promote", description = "rewrites what the screens show")
  boolean promote;

  @Option(
      names = "--handset",
      paramLabel = "KIND",
      description = "prints what such a phone shows: basic, latin-only, no-bidi")
  Optional<HandsetKind> handset = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    List<TalkFile> talks = TalkFile.all(files);
    for (TalkFile talk : talks) {
      if (promote)
        out.println(talk.promote() ? talk.name() + ": rewritten" : talk.name() + ": as before");
      else if (handset.isPresent()) HandsetView.of(handset.get().toString()).print(talk, out);
      else failed += run(talk, out);
    }
    if (!promote && handset.isEmpty())
      out.println(talks.size() - failed + " of " + talks.size() + " hold");
    out.flush();
    return failed == 0 ? 0 : Jisr.FAILED;
  }

  private static int run(TalkFile talk, PrintWriter out) throws IOException {
    TalkFile.Verdict verdict = talk.run();
    verdict.failures().forEach(out::println);
    if (verdict.failures().isEmpty())
      out.println(talk.name() + ": holds in " + verdict.runs() + " runs");
    return verdict.failures().isEmpty() ? 0 : 1;
  }
}
