package ma.jisr.app.command;

import java.util.concurrent.Callable;
import ma.jisr.app.review.ReviewDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jisr unresolved}: what was not understood, for those who may read it and teach Jisr. */
@Command(
    name = "unresolved",
    description = "what was not understood, masked, for reviewers; teaches phrases and spellings",
    synopsisSubcommandLabel = "list | phrase | alias | audit",
    subcommands = {PhraseCommand.class, AliasCommand.class})
final class UnresolvedCommand implements Callable<Integer> {
  @Mixin Reviewer reviewer = new Reviewer();

  @Override
  public Integer call() throws Exception {
    return reviewer.ask("texts", "7", ReviewDesk.ALL);
  }

  @Command(name = "list", description = "the texts of the last days, what most people wrote first")
  int list(
      @Mixin Reviewer asking,
      @Option(names = "--days", paramLabel = "N", description = "1 to 7, with today")
          @Nullable Integer days,
      @Option(names = "--language", paramLabel = "TAG", description = "one language, such as fr")
          @Nullable String language,
      @Option(names = "--shapes", description = "what five people or more wrote, for a year")
          boolean shapes,
      @Option(names = "--words", description = "the words that no list knows, not the texts")
          boolean words)
      throws Exception {
    String tag = language == null ? ReviewDesk.ALL : language;
    if (shapes) return asking.ask("shapes", tag);
    return asking.ask(words ? "words" : "texts", days == null ? "7" : days.toString(), tag);
  }

  @Command(name = "audit", description = "who read or taught what, and when")
  int audit(@Mixin Reviewer asking) throws Exception {
    return asking.ask("audit");
  }
}
