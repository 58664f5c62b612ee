package ma.jisr.app.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Asks the running process about accounts. When none runs there is nobody to ask. */
final class Asking {
  @Mixin ConfigOption config = new ConfigOption();

  @Spec(Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  /** Asks, and prints what comes; gives the exit code. */
  int ask(String... words) throws Exception {
    for (String word : words)
      if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
        spec.commandLine().getErr().println("jisr: a word is empty, or holds a blank");
        return Jisr.FAILED;
      }
    return Owner.askRunning(spec, config.settings(), "account " + String.join(" ", words));
  }
}
