package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Whoever has the data: the running process, which is asked over its socket, or this command itself
 * when none runs.
 */
final class Owner {
  private Owner() {}

  /**
   * Asks, and prints what comes; gives the exit code.
   *
   * @param spec whose output is used
   * @param offline reads the store when no process runs; an {@link IllegalArgumentException} says
   *     what is wrong with the question
   */
  static int ask(
      CommandSpec spec, Settings settings, String request, Callable<List<String>> offline)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), request);
    try {
      List<String> lines = answer.isPresent() ? answer.get().lines() : stored(settings, offline);
      boolean told = answer.isEmpty() || answer.get().ok();
      PrintWriter to = told ? spec.commandLine().getOut() : err;
      lines.forEach(line -> to.println(told ? line : "jisr: " + line));
      return told ? 0 : Jisr.FAILED;
    } catch (IllegalArgumentException e) {
      err.println("jisr: " + e.getMessage());
      return Jisr.FAILED;
    }
  }

  private static List<String> stored(Settings settings, Callable<List<String>> offline)
      throws Exception {
    if (settings.store().isEmpty() && !Files.exists(settings.data().resolve("live.db")))
      throw new IOException("there is no store in " + settings.data());
    return offline.call();
  }
}
