package ma.jisr.sandbox.smpp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Troubles;

/** The SMPP 3.4 server of the simulated centre, on the loopback only. */
public final class SmppServer {
  private static final String LOOPBACK = "127.0.0.1";
  private final Loop loop;
  private final LinkSettings settings;
  private final Troubles troubles;
  private final Complaints complaints;
  private final Function<Submit, Verdict> messages;
  private final List<Link> links = new ArrayList<>();
  private final Deliveries deliveries;

  /** A server that gives what is submitted to the function, which is called on the loop. */
  public SmppServer(
      Loop loop,
      LinkSettings settings,
      Troubles troubles,
      Complaints complaints,
      Function<Submit, Verdict> messages) {
    this.loop = loop;
    this.settings = settings;
    this.troubles = troubles;
    this.complaints = complaints;
    this.messages = messages;
    this.deliveries = new Deliveries(links, loop, troubles, complaints);
  }

  /** What goes out to the programs. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Listens; must be called on the loop. The future has the server, whose port is then known. */
  public Future<NetServer> listen(Vertx vertx) {
    return vertx
        .createNetServer(new NetServerOptions().setTcpNoDelay(true))
        .connectHandler(this::connected)
        .listen(settings.port(), LOOPBACK);
  }

  private void connected(NetSocket socket) {
    if (links.size() >= LinkSettings.CONNECTIONS) {
      complaints.add("more than " + LinkSettings.CONNECTIONS + " connections at a time");
      socket.close();
      return;
    }
    Link link = new Link(socket, loop, settings);
    links.add(link);
    var conversation =
        new Conversation(link, loop, settings, troubles, complaints, messages, deliveries::flowOn);
    socket.handler(new Frames(conversation::read, conversation::unreadable));
    socket.exceptionHandler(broken -> {}); // a peer that was killed; the close handler follows
    socket.closeHandler(
        none -> {
          links.remove(link);
          link.gone();
        });
  }

  /** Closes every connection, as a centre that restarts does. */
  public void closeLinks() {
    List.copyOf(links).forEach(Link::close);
  }
}
