package ma.jisr.sandbox.wallet;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ma.jisr.sandbox.centre.Menu;
import ma.jisr.sandbox.centre.Prompter;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.http.Callbacks;
import ma.jisr.sandbox.wallet.http.Doors;
import ma.jisr.sandbox.wallet.http.Health;
import ma.jisr.sandbox.wallet.http.Provider;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.payment.Approvals;
import ma.jisr.sandbox.wallet.payment.Desk;
import ma.jisr.sandbox.wallet.payment.Faults;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Timers;
import org.jspecify.annotations.Nullable;

/**
 * The running provider of wallets, on the loopback. What it keeps it keeps in memory: with the run
 * everything is forgotten.
 */
public final class WalletServer {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int SECRET_OCTETS = 24;
  private final int port;
  private final String secret;
  private final Menu menu;
  private final Supplier<Future<Void>> closing;

  private WalletServer(int port, String secret, Menu menu, Supplier<Future<Void>> closing) {
    this.port = port;
    this.secret = secret;
    this.menu = menu;
    this.closing = closing;
  }

  /** Starts one by itself, without phones: payers approve as the settings say. */
  public static Future<WalletServer> start(Vertx vertx, WalletSettings settings, Timers timers) {
    Promise<WalletServer> started = Promise.promise();
    return vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return listen(vertx, new Loop(context, timers), Prompter.NOBODY, settings)
                    .onSuccess(started::complete);
              }
            })
        .compose(
            id ->
                started
                    .future()
                    .map(
                        server ->
                            new WalletServer(
                                server.port,
                                server.secret,
                                server.menu,
                                () -> vertx.undeploy(id).compose(gone -> server.close()))));
  }

  /** Starts one in the simulated world of the loop; must be called on it. */
  public static Future<WalletServer> listen(
      Vertx vertx, Loop loop, Prompter prompter, WalletSettings settings) {
    var random = new SecureRandom();
    String secret = secret(random);
    var ledger = new Ledger();
    var accounts = new Accounts(ledger);
    var bills = new Bills();
    var times = settings.times();
    var desk = new Desk(loop, ledger, accounts, bills, settings.tariff(), times, random);
    var approvals =
        new Approvals(
            loop, desk, ledger, accounts, prompter, times, settings.code(), settings.approval());
    var callbacks = new Callbacks(vertx, loop, times.callbacks());
    desk.connect(approvals::ask, callbacks::tell);
    var provider =
        new Provider(
            loop,
            ledger,
            accounts,
            bills,
            desk,
            approvals,
            new Faults(settings.marks()),
            callbacks,
            new AtomicReference<>(Health.AVAILABLE));
    var doors = new Doors(provider, secret, () -> secret(random));
    return vertx
        .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
        .requestHandler(doors.router(vertx))
        .listen(settings.port(), LOOPBACK)
        .compose(server -> written(vertx, settings.folder(), server.actualPort(), secret))
        .map(
            file ->
                new WalletServer(
                    file.port(),
                    secret,
                    approvals,
                    () -> callbacks.close().compose(closed -> removed(vertx, file.remove()))));
  }

  private record Written(int port, Runnable remove) {}

  private static Future<Written> written(
      Vertx vertx, @Nullable Path folder, int port, String secret) {
    if (folder == null) {
      return Future.succeededFuture(new Written(port, () -> {}));
    }
    return vertx
        .executeBlocking(() -> WalletFile.write(folder, port, secret))
        .map(remove -> new Written(port, Objects.requireNonNull(remove)));
  }

  private static Future<Void> removed(Vertx vertx, Runnable file) {
    return vertx
        .executeBlocking(
            () -> {
              file.run();
              return file;
            })
        .mapEmpty();
  }

  private static String secret(SecureRandom random) {
    byte[] octets = new byte[SECRET_OCTETS];
    random.nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }

  /** Its TCP port, on the loopback. */
  public int port() {
    return port;
  }

  /** The secret of this run: with the name "jisr" (Basic), or as it is (Bearer). */
  public String secret() {
    return secret;
  }

  /** The address of the API at the switch's door, where everybody is a customer. */
  public URI base() {
    return URI.create("http://" + LOOPBACK + ":" + port + Doors.API);
  }

  /** The address of the API at the issuer's own door, where its customers alone pay. */
  public URI base(Issuer issuer) {
    return URI.create("http://" + LOOPBACK + ":" + port + "/" + issuer.id() + Doors.API);
  }

  /** Who answers the provider's own USSD code. */
  public Menu menu() {
    return menu;
  }

  /**
   * Removes its file and calls nobody any more. One that was started by itself stops listening; one
   * in a simulated world does with that.
   */
  public Future<Void> close() {
    return closing.get();
  }
}
