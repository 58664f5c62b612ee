package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.settings.Settings;
import picocli.CommandLine;
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
    AdminClient.Answer answer = answer(settings, request, offline);
    CommandLine line = spec.commandLine();
    PrintWriter to = answer.ok() ? line.getOut() : line.getErr();
    answer.lines().forEach(each -> to.println(answer.ok() ? each : "jisr: " + each));
    return answer.ok() ? 0 : Jisr.FAILED;
  }

  /** The same for who makes more of the answer than to print it. */
  static AdminClient.Answer answer(
      Settings settings, String request, Callable<List<String>> offline) throws Exception {
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), request);
    if (answer.isPresent()) return answer.get();
    try {
      return new AdminClient.Answer(true, stored(settings, offline));
    } catch (IllegalArgumentException e) {
      return new AdminClient.Answer(false, List.of(String.valueOf(e.getMessage())));
    }
  }

  /** The same for what only the running process does. */
  static int askRunning(CommandSpec spec, Settings settings, String request) throws IOException {
    Optional<AdminClient.Answer> answer = AdminClient.ask(settings.data(), request);
    if (answer.isEmpty())
      throw new IOException("no process runs on " + settings.data() + ": start it with ./jisr");
    return print(spec, answer.get());
  }

  private static int print(CommandSpec spec, AdminClient.Answer answer) {
    PrintWriter to = answer.ok() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    answer.lines().forEach(line -> to.println(answer.ok() ? line : "jisr: " + line));
    return answer.ok() ? 0 : Jisr.FAILED;
  }

  private static List<String> stored(Settings settings, Callable<List<String>> offline)
      throws Exception {
    if (settings.store().isEmpty() && !Files.exists(settings.data().resolve("live.db")))
      throw new IOException("there is no store in " + settings.data());
    return offline.call();
  }
}
