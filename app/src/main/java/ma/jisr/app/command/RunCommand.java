package ma.jisr.app.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jisr [run]}: the gateway, until SIGTERM or Ctrl-C. */
@Command(name = "run", description = "runs the gateway until SIGTERM or Ctrl-C")
final class RunCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    return run(config.settings());
  }

  static int run(Settings settings) throws Exception {
    Node node = Node.start(settings);
    // A hook, because a signal ends the JVM; halt, because a drained stop is a success.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    invite(System.out, settings, node.httpPort());
    new CountDownLatch(1).await();
    return 0;
  }

  private static void invite(PrintStream out, Settings settings, int httpPort) {
    out.println(
        "Jisr runs. Health: http://"
            + settings.http().host()
            + ":"
            + httpPort
            + "/readyz. Ctrl-C stops it.");
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
