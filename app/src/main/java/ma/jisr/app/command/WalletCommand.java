package ma.jisr.app.command;

import ma.jisr.app.admin.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr wallet}: payments, as operators look after them. Asks the running process. */
@Command(
    name = "wallet",
    description = "verifies and settles payments; asks the running process",
    synopsisSubcommandLabel =
        "verify | digests | reconcile | open | review | show | rule | unblock")
final class WalletCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "wallet verify, digests, reconcile, open, review, show, rule or unblock");
  }

  @Command(name = "verify", description = "looks at every journal, line and digest; 1 for a flaw")
  int verify(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "verify");
  }

  @Command(name = "digests", description = "what stands for each day: keep them elsewhere")
  int digests(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "digests");
  }

  @Command(name = "reconcile", description = "holds the providers' statements of a day against it")
  int reconcile(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "DAY", description = "such as 2026-11-22") String day)
      throws Exception {
    return ask(config, signature, "reconcile", day);
  }

  @Command(name = "open", description = "confirmed payments whose end is not known yet")
  int open(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "open");
  }

  @Command(name = "review", description = "payments at which people must look")
  int review(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "review");
  }

  @Command(name = "show", description = "the journal of a payment")
  int show(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "REF", description = "such as JSR-7F3K2") String reference)
      throws Exception {
    return ask(config, signature, "show", reference);
  }

  @Command(name = "rule", description = "what was found out; it holds when a second account agrees")
  int rule(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "REF", description = "such as JSR-7F3K2") String reference,
      @Parameters(
              paramLabel = "STATE",
              description = "completed, failed, reversed or reversal_failed")
          String state,
      @Parameters(
              paramLabel = "TRANSACTION",
              arity = "0..1",
              description = "the provider's reference")
          @Nullable String transaction)
      throws Exception {
    return transaction == null
        ? ask(config, signature, "rule", reference, state)
        : ask(config, signature, "rule", reference, state, transaction);
  }

  @Command(name = "unblock", description = "takes payments from a number again")
  int unblock(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number)
      throws Exception {
    return ask(config, signature, "unblock", number);
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    StringBuilder request = new StringBuilder("wallet ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
