package ma.jisr.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletSettings;
import ma.jisr.sandbox.world.VirtualTimers;

/** A sandbox on a virtual clock, and how a test waits for it: by futures, with a last resort. */
final class Worlds implements AutoCloseable {
  static final String SYSTEM = "jisr";
  static final String PASSWORD = "s3cret";
  static final String USER = "+212661000001";
  final VirtualTimers timers = new VirtualTimers();
  final Sandbox sandbox;
  private final Vertx vertx = Vertx.vertx();

  Worlds(Path folder) {
    sandbox =
        wait(
            Sandbox.start(
                vertx,
                new SandboxSettings(
                    new LinkSettings(0, SYSTEM, PASSWORD),
                    new CentreSettings("2121", "*585#"),
                    folder,
                    WalletSettings.usual(folder)),
                timers));
  }

  Phone phone() {
    return wait(sandbox.centre().phone(USER));
  }

  Esme esme() throws org.jsmpp.PDUStringException {
    return Esme.bound(sandbox.port());
  }

  void pass(int seconds) {
    timers.pass(Duration.ofSeconds(seconds));
  }

  static <T> T wait(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError("nothing came", late);
    }
  }

  @Override
  public void close() {
    wait(sandbox.close());
    wait(vertx.close());
  }
}
