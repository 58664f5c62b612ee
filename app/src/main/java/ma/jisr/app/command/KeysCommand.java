package ma.jisr.app.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import ma.jisr.gateway.session.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr keys}: the key file. */
@Command(
    name = "keys",
    description = "makes a key file, or renews the key of the log",
    subcommands = {KeysCommand.Create.class, KeysCommand.Renew.class})
final class KeysCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /** {@code jisr keys create FILE}. */
  @Command(
      name = "create",
      description = "makes a new key file, readable by its owner only; never overwrites one")
  static final class Create implements Callable<Integer> {
    @Parameters(
        paramLabel = "FILE",
        description = "outside the data folder, in no backup of it, the same on all nodes")
    Path file = Path.of("jisr.keys");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      KeyFile.create(file, new SecureRandom());
      spec.commandLine()
          .getOut()
          .println(
              "made "
                  + file
                  + ": keep a copy where the data is not; without it the data cannot be read");
      return 0;
    }
  }

  /** {@code jisr keys renew FILE}. */
  @Command(
      name = "renew",
      description = "gives a key file a new key for the log's pseudonyms; older days stay findable")
  static final class Renew implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "of all nodes the same: renew one, copy it")
    Path file = Path.of("jisr.keys");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      KeyFile.renew(file, new SecureRandom());
      spec.commandLine()
          .getOut()
          .println("renewed " + file + ": copy it to all nodes and start them again");
      return 0;
    }
  }
}
