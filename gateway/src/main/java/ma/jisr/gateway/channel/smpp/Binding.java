package ma.jisr.gateway.channel.smpp;

import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.random.RandomGenerator;
import ma.jisr.gateway.channel.pace.Backoff;
import ma.jisr.gateway.loop.VertxLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bind that is kept up: connects, and connects again after every loss, with growing pauses. */
final class Binding implements Connection.Owner {
  private static final Logger log = LoggerFactory.getLogger(Binding.class);

  private final VertxLoop loop;
  private final SmppLink link;
  private final int command;
  private final Connection.Owner owner;
  private final Counters counters;
  private final NetClient client;
  private final Backoff backoff;
  private @Nullable Connection connection;
  private boolean closed;

  Binding(
      VertxLoop loop,
      SmppLink link,
      int command,
      Connection.Owner owner,
      Counters counters,
      RandomGenerator random) {
    this.loop = loop;
    this.link = link;
    this.command = command;
    this.owner = owner;
    this.counters = counters;
    this.client = loop.vertx().createNetClient(options(link));
    this.backoff = new Backoff(link.timers().reconnect(), link.timers().reconnectMost(), random);
  }

  private static NetClientOptions options(SmppLink link) {
    NetClientOptions options =
        new NetClientOptions()
            .setTcpNoDelay(true)
            .setTcpKeepAlive(true)
            .setConnectTimeout((int) link.timers().response().toMillis());
    SmppLink.Tls tls = link.tls();
    if (tls != null) {
      // Vert.x checks the chain but not the name unless told to.
      options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
      if (tls.trusted() != null) {
        options.setTrustOptions(new PemTrustOptions().addCertPath(tls.trusted().toString()));
      }
    }
    return options;
  }

  void connect() {
    if (closed) {
      return;
    }
    client
        .connect(link.account().port(), link.account().host())
        .onComplete(this::opened, this::failed);
  }

  /** The connection, when it is bound and can send. */
  @Nullable Connection sending() {
    return connection != null && connection.open(true) ? connection : null;
  }

  int inFlight() {
    return connection == null ? 0 : connection.inFlight();
  }

  /** No more connecting; says goodbye to the peer if there is one. */
  void close() {
    closed = true;
    if (connection != null) {
      connection.unbind();
    } else {
      client.close().otherwiseEmpty();
    }
  }

  boolean gone() {
    return closed && connection == null;
  }

  private void opened(NetSocket socket) {
    if (closed) {
      socket.close().otherwiseEmpty();
      return;
    }
    Connection fresh = new Connection(loop, link, command, this, counters, socket);
    connection = fresh;
    fresh.open();
  }

  private void failed(Throwable failure) {
    Duration pause = backoff.next();
    // The first failure says enough; the rest would fill the log.
    if (backoff.failures() == 1) {
      String why = failure.getMessage();
      log.atWarn()
          .addKeyValue("link", link.id())
          .log("cannot connect, trying on: {}", why == null ? failure.toString() : why);
    }
    loop.after(pause, this::connect);
  }

  @Override
  public void bound(Connection bound) {
    backoff.reset();
    log.atInfo().addKeyValue("link", link.id()).log("bound as {}", link.account().systemId());
    owner.bound(bound);
  }

  @Override
  public void delivered(Connection from, Deliver deliver) {
    owner.delivered(from, deliver);
  }

  @Override
  public void settled() {
    owner.settled();
  }

  @Override
  public void ended(Connection ended, Connection.End end) {
    connection = null;
    if (end == Connection.End.DONE || closed) {
      client.close().otherwiseEmpty();
    } else if (end == Connection.End.REFUSED) {
      counters.refusedBinds++;
      loop.after(link.timers().refused(), this::connect);
    } else {
      counters.reconnects++;
      Duration pause = backoff.next();
      log.atWarn()
          .addKeyValue("link", link.id())
          .log("connection ended ({}), again in {} ms", end, pause.toMillis());
      loop.after(pause, this::connect);
    }
    owner.ended(ended, end);
  }
}
