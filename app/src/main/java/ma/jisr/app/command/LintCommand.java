package ma.jisr.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jisr lint}. */
@Command(name = "lint", description = "checks all flows: translations, sizes, bidi, ways out")
final class LintCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
