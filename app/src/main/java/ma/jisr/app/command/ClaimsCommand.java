package ma.jisr.app.command;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.admin.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr claims}: what people dispute of their payments. Asks the running process. */
@Command(
    name = "claims",
    description = "what people dispute of their payments; asks the running process",
    synopsisSubcommandLabel = "list | show | take | answer | escalate | close")
final class ClaimsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  /** A claim, and what other operators should know of it. */
  static final class One {
    @Parameters(paramLabel = "NUMBER", description = "of the claim, such as R-7F3K2")
    String number = "";

    @Option(
        names = "--note",
        paramLabel = "TEXT",
        description = "for other operators; never told to people")
    @Nullable String note;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "claims list, show, take, answer, escalate or close");
  }

  @Command(name = "list", description = "those that are owed an answer, longest open first")
  int list(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "open, with_provider, answered, escalated or closed")
          @Nullable String state)
      throws Exception {
    return state == null ? ask(config, signature, "list") : ask(config, signature, "list", state);
  }

  @Command(name = "show", description = "one with its payment as it stood, clocks and history")
  int show(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "NUMBER", description = "of the claim") String number)
      throws Exception {
    return ask(config, signature, "show", number);
  }

  @Command(name = "take", description = "takes one up: the provider is going to be asked")
  int take(@Mixin ConfigOption config, @Mixin Signature signature, @Mixin One one)
      throws Exception {
    return ask(config, signature, one, "take", one.number);
  }

  @Command(
      name = "answer",
      description = "answers one; accepted, by another account than took it up, gives money back")
  int answer(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Mixin One one,
      @Parameters(index = "1", paramLabel = "ANSWER", description = "accepted or refused")
          String answer)
      throws Exception {
    return ask(config, signature, one, "answer", one.number, answer);
  }

  @Command(name = "escalate", description = "notes that somebody has taken theirs further")
  int escalate(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Mixin One one,
      @Parameters(index = "1", paramLabel = "TO", description = "cmmb or bam") String to)
      throws Exception {
    return ask(config, signature, one, "escalate", one.number, to);
  }

  @Command(name = "close", description = "closes one that has its answer")
  int close(@Mixin ConfigOption config, @Mixin Signature signature, @Mixin One one)
      throws Exception {
    return ask(config, signature, one, "close", one.number);
  }

  private int ask(ConfigOption config, Signature signature, One one, String... words)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    if (one.note != null) all.add(one.note);
    return ask(config, signature, all.toArray(String[]::new));
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    StringBuilder request = new StringBuilder("claims ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
