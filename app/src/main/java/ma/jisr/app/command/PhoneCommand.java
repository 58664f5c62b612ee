package ma.jisr.app.command;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.terminal.Console;
import ma.jisr.sandbox.terminal.PhoneTerminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jisr phone}: a phone of the simulated operator, in this terminal or fed by a pipe. */
@Command(name = "phone", description = "a phone of the simulated operator, in this terminal")
final class PhoneCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "MSISDN",
      arity = "0..1",
      defaultValue = "+212661000001",
      description = "its number (${DEFAULT-VALUE})")
  String msisdn = "";

  @Option(
      names = "--handset",
      paramLabel = "KIND",
      defaultValue = "basic",
      description = "basic, latin-only or no-bidi (${DEFAULT-VALUE})")
  HandsetKind handset = HandsetKind.BASIC;

  @Override
  public Integer call() {
    Console console =
        isTerminal(System.console())
            ? Console.interactive()
            : Console.plain(new InputStreamReader(System.in, StandardCharsets.UTF_8), System.out);
    return new PhoneTerminal(console, Handset.named(handset.toString()))
        .run(config.settings().data(), msisdn);
  }

  /** JDK 25 gives no console beside a pipe, other JDKs one that is no terminal. */
  static boolean isTerminal(java.io.@Nullable Console console) {
    return console != null && console.isTerminal();
  }
}
