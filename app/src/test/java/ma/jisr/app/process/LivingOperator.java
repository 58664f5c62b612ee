package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.command.CommandRun;
import ma.jisr.sandbox.Sandbox;
import ma.jisr.sandbox.SandboxSettings;
import ma.jisr.sandbox.centre.Centre;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletServer;
import ma.jisr.sandbox.wallet.WalletSettings;

/** An operator that lives on beside a Jisr that is killed, and that Jisr's settings and keys. */
final class LivingOperator implements AutoCloseable {
  private static final String PASSWORD = "s3cret";

  /** Seconds that anything may take before a test gives up. */
  private static final long PATIENCE = 120;

  private final Vertx vertx = Vertx.vertx();
  private final Path folder;
  private final Sandbox sandbox;
  private Path config = Path.of("");

  LivingOperator(Path folder, WalletSettings wallet) throws Exception {
    this.folder = folder;
    this.sandbox =
        await(
            Sandbox.start(
                vertx,
                new SandboxSettings(
                    new LinkSettings(0, "jisr", PASSWORD),
                    new CentreSettings("2121", "*585#"),
                    folder.resolve("operator"),
                    wallet)));
  }

  /** Writes the settings, the keys, and the link's password as {@code ${file:password}}. */
  void configure(String yaml) throws IOException {
    config = CommandRun.config(folder, yaml);
    Files.writeString(folder.resolve("password"), PASSWORD);
    assertEquals(0, CommandRun.of("keys", "create", folder.resolve("jisr.keys").toString()).code());
  }

  int port() {
    return sandbox.port();
  }

  Vertx vertx() {
    return vertx;
  }

  Centre centre() {
    return sandbox.centre();
  }

  WalletServer wallet() {
    return sandbox.wallet();
  }

  Path config() {
    return config;
  }

  /** A Jisr that is ready; the link's password is in its environment, too. */
  JisrProcess jisr() throws Exception {
    return JisrProcess.start(
            Map.of("JISR_IAM_PASSWORD", PASSWORD), "run", "--config", config.toString())
        .ready();
  }

  /** A command beside it. */
  CommandRun run(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--config", config.toString()));
    return CommandRun.of(line.toArray(String[]::new));
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    ended(sandbox.close());
    ended(vertx.close());
  }

  private static void ended(Future<Void> ending) {
    var ended = ending.toCompletionStage().toCompletableFuture();
    ended.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}
