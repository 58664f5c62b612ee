package ma.jisr.gateway.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a listener encrypts: by a certificate and a key in files, which are looked at every minute,
 * so that renewed ones are used without a restart. Confined to the listener's loop.
 */
public final class Encryption {
  /**
   * Between two looks. Files are used once they were the same twice, so that a new certificate is
   * not taken with the old key: within two minutes of their renewal.
   */
  public static final long PERIOD_MILLIS = 60_000;

  /** How long the first exchange of TLS may take. Seconds. */
  private static final int HANDSHAKE_SECONDS = 10;

  private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

  private static final Logger LOG = LoggerFactory.getLogger(Encryption.class);

  private final Vertx vertx;
  private final Listener.Tls files;
  private final PemTrustOptions callers;
  private Pair used;
  private Pair seen;

  private Encryption(Vertx vertx, Listener.Tls files, PemTrustOptions callers, Pair used) {
    this.vertx = vertx;
    this.files = files;
    this.callers = callers;
    this.used = used;
    this.seen = used;
  }

  /** What the files hold. */
  private record Pair(Buffer certificate, Buffer key) {
    PemKeyCertOptions pem() {
      return new PemKeyCertOptions().setCertValue(certificate).setKeyValue(key);
    }

    /** A record would write its key. */
    @Override
    public String toString() {
      return "Pair[hidden]";
    }
  }

  /** By the files as they are now; fails when they cannot be read. */
  public static Future<Encryption> of(Vertx vertx, Listener.Tls files) {
    return of(vertx, files, new PemTrustOptions());
  }

  /**
   * The same, asking callers for a certificate.
   *
   * @param callers those who may have signed it; of others none is taken. Without any nobody is
   *     asked; whoever shows none is served all the same
   */
  public static Future<Encryption> of(Vertx vertx, Listener.Tls files, PemTrustOptions callers) {
    return read(vertx, files).map(pair -> new Encryption(vertx, files, callers, pair));
  }

  private ClientAuth asks() {
    return callers.getCertValues().isEmpty() ? ClientAuth.NONE : ClientAuth.REQUEST;
  }

  private static Future<Pair> read(Vertx vertx, Listener.Tls files) {
    Future<Buffer> certificate = vertx.fileSystem().readFile(files.certificate().toString());
    Future<Buffer> key = vertx.fileSystem().readFile(files.key().toString());
    return certificate.compose(chain -> key.map(secret -> new Pair(chain, secret)));
  }

  /** Has a listener begin with it. */
  public void into(HttpServerOptions options) {
    options
        .setSsl(true)
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
        .setEnabledSecureTransportProtocols(PROTOCOLS)
        .setKeyCertOptions(used.pem())
        .setClientAuth(asks());
    if (asks() != ClientAuth.NONE) options.setTrustOptions(callers);
  }

  private ServerSSLOptions renewed(Pair now) {
    ServerSSLOptions options = new ServerSSLOptions();
    options
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
        .setEnabledSecureTransportProtocols(PROTOCOLS)
        .setKeyCertOptions(now.pem());
    options.setClientAuth(asks());
    if (asks() != ClientAuth.NONE) options.setTrustOptions(callers);
    return options;
  }

  /** Looks at the files, and uses them when they have been renewed; whether they had. */
  public Future<Boolean> look(HttpServer server) {
    return read(vertx, files)
        .compose(
            now -> {
              boolean settled = now.equals(seen);
              seen = now;
              if (!settled || now.equals(used)) return Future.succeededFuture(false);
              return server
                  .updateSSLOptions(renewed(now), true)
                  .map(
                      updated -> {
                        used = now;
                        LOG.info("the certificate of the API was renewed");
                        return true;
                      });
            })
        .recover(
            failure -> {
              LOG.warn(
                  "the renewed certificate of the API cannot be used, the old one is: {}",
                  failure.getClass().getSimpleName());
              return Future.succeededFuture(false);
            });
  }
}
