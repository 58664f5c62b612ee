package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.notice.NoticesVerb;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.watch.BarGauge;
import ma.jisr.app.watch.Gauge;
import ma.jisr.app.watch.LineGauge;
import ma.jisr.app.watch.Watch;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr notices}: what officials tell people. Asks the running process. */
@Command(
    name = "notices",
    description = "official notices: written, approved, followed; asks the running process")
final class NoticesCommand {
  @Spec CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "the notices of the territory")
  int list(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "list");
  }

  @Command(name = "write", description = "begins a notice from a JSON file, as the API takes it")
  int write(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "FILE", description = "JSON") Path file)
      throws Exception {
    Settings settings = config.settings();
    if (Files.size(file) > NoticesVerb.MOST_BYTES)
      throw new IOException(file.getFileName() + " is too large for a notice");
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    handover.put(number, Files.readAllBytes(file));
    try {
      return ask(config, signature, "write", number);
    } finally {
      // When it was refused before it was taken it lies there still.
      var unused = handover.maybe(number, NoticesVerb.MOST_BYTES);
    }
  }

  @Command(name = "submit", description = "hands it in; an emergency goes at once with a code")
  int submit(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--code", paramLabel = "CODE", defaultValue = "", description = "six digits")
          String code)
      throws Exception {
    return ask(config, signature, "submit", id, code);
  }

  @Command(name = "approve", description = "agrees with another's, by the code of notices do code")
  int approve(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(index = "0", paramLabel = "ID") String id,
      @Parameters(index = "1", paramLabel = "DIGEST", description = "of what was read")
          String digest,
      @Parameters(index = "2", paramLabel = "CODE", description = "six digits") String code)
      throws Exception {
    return ask(config, signature, "approve", id, digest, code);
  }

  @Command(
      name = "trial",
      description = "sends its text, marked, to the phone of the account alone")
  int trial(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(index = "0", paramLabel = "ID") String id,
      @Parameters(
              index = "1",
              paramLabel = "LANGUAGE",
              defaultValue = "",
              description = "such as ary-Latn; without it that of the author")
          String language)
      throws Exception {
    return ask(config, signature, "trial", id, language);
  }

  @Command(
      name = "do",
      description =
          "show, preview, code, return, pause, resume, cancel, review, progress, report or proof")
  int act(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(index = "0", paramLabel = "DEED") String deed,
      @Parameters(index = "1", paramLabel = "ID") String id,
      @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "one line")
          String note)
      throws Exception {
    return ask(config, signature, deed, id, note);
  }

  @Command(
      name = "watch",
      description = "follows one that goes out until nothing more of it is sent; lines in a pipe")
  int watch(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID") String id)
      throws Exception {
    Settings settings = config.settings();
    String request = request(signature, "progress", id);
    List<String> wrong;
    try (Gauge gauge = gauge(id)) {
      wrong =
          new Watch(
                  () -> AdminClient.ask(settings.data(), request),
                  gauge,
                  pause -> LockSupport.parkNanos(pause.toNanos()))
              .follow();
    }
    wrong.forEach(line -> spec.commandLine().getErr().println("jisr: " + line));
    return wrong.isEmpty() ? 0 : Jisr.FAILED;
  }

  private Gauge gauge(String id) {
    return PhoneCommand.isTerminal(System.console())
        ? new BarGauge(id, new ConsoleProgressBarConsumer(System.out))
        : new LineGauge(spec.commandLine().getOut());
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    return Owner.askRunning(spec, config.settings(), request(signature, words));
  }

  private static String request(Signature signature, String... words) {
    List<String> all = new ArrayList<>();
    all.add("notices " + signature.word());
    for (String word : words) if (!word.isEmpty()) all.add(Words.of(word));
    return String.join(" ", all);
  }
}
