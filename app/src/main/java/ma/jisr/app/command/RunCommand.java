package ma.jisr.app.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jisr [run]}: the gateway, until SIGTERM or Ctrl-C. */
@Command(name = "run", description = "runs the gateway until SIGTERM or Ctrl-C")
final class RunCommand implements Callable<Integer> {
  /** Stopped as told, but not all was finished within the bound, or somebody would not wait. */
  static final int STOPPED_SHORT = 3;

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Mixin ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    return run(config.settings());
  }

  static int run(Settings settings) throws Exception {
    // A fault is a line of the log like others, in the log's form.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> LOG.error("the thread {} failed", thread.getName(), failure));
    Node node = Node.start(settings);
    StopSignals signals = StopSignals.heard(() -> second(node));
    invite(System.out, settings, node);
    signals.await();
    return node.stop().isEmpty() ? 0 : STOPPED_SHORT;
  }

  /** Whoever asks twice will not wait: all that was acknowledged is durable. */
  private static void second(Node node) {
    LOG.warn("told to stop again while stopping {}: ends at once", node.stopping());
    Runtime.getRuntime().halt(STOPPED_SHORT);
  }

  private static void invite(PrintStream out, Settings settings, Node node) {
    out.println(
        "Jisr runs. Health: http://"
            + settings.http().host()
            + ":"
            + node.httpPort()
            + "/readyz. Ctrl-C stops it.");
    for (String url : node.apiUrls()) out.println("API: " + url + "/openapi.json (docs/api.md)");
    if (!settings.sandbox()) return;
    out.println("In another terminal, take a phone of the simulated operator:");
    out.println();
    out.println(
        "  ./jisr phone        then dial "
            + settings.codes().ussd()
            + ", or type: sms "
            + settings.codes().sms()
            + " wifi amizmiz");
    out.println("  ./jisr tour         a dialogue that plays itself");
  }
}
