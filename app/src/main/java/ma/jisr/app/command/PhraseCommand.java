package ma.jisr.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr unresolved phrase}: whole messages that mean an intent. */
@Command(
    name = "phrase",
    description = "whole messages that mean an intent",
    synopsisSubcommandLabel = "add | remove | list")
final class PhraseCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "phrase add, remove or list");
  }

  @Command(name = "add", description = "teaches it, on all nodes within a minute")
  int add(
      @Mixin Reviewer asking,
      @Option(
              names = "--in",
              paramLabel = "LANGUAGE",
              description = "fr, ar, ary, ary-Latn, ber-Latn, zgh or en; else Jisr tells by itself")
          @Nullable String language,
      @Parameters(paramLabel = "INTENT", description = "such as hotspot.find") String intent,
      @Parameters(paramLabel = "TEXT", description = "as people write it", arity = "1..*")
          List<String> text)
      throws Exception {
    String meaning = language == null ? intent : intent + '@' + language;
    return asking.ask("phrase", "add", meaning, String.join(" ", text));
  }

  @Command(name = "remove", description = "takes it back")
  int remove(
      @Mixin Reviewer asking, @Parameters(paramLabel = "TEXT", arity = "1..*") List<String> text)
      throws Exception {
    return asking.ask("phrase", "remove", String.join(" ", text));
  }

  @Command(name = "list", description = "what has been taught, by whom")
  int list(@Mixin Reviewer asking) throws Exception {
    return asking.ask("phrase", "list");
  }
}
