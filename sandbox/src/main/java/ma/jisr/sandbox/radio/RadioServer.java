package ma.jisr.sandbox.radio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import ma.jisr.sandbox.centre.Centre;

/**
 * The side of the radio that runs beside the centre: listens on the loopback and writes the file by
 * which phones find it. A phone is switched on as long as its connection stands.
 */
public final class RadioServer {
  /** The most phones at a time. */
  static final int PHONES = 32;

  private static final int TOKEN_OCTETS = 16;
  private final Centre centre;
  private final Path folder;
  private final String token = token();
  private final Set<String> inUse = new HashSet<>();
  private int connections;

  /** A radio of the centre; its file goes to the folder. */
  public RadioServer(Centre centre, Path folder) {
    this.centre = centre;
    this.folder = folder;
  }

  private static String token() {
    byte[] octets = new byte[TOKEN_OCTETS];
    new SecureRandom().nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }

  /**
   * Listens, then writes the file; must be called on the centre's loop.
   *
   * @return what removes the file again
   */
  public Future<Runnable> listen(Vertx vertx) {
    return vertx
        .createNetServer(new NetServerOptions().setTcpNoDelay(true))
        .connectHandler(this::connected)
        .listen(0, "127.0.0.1")
        .compose(
            server -> {
              var file = new RadioFile(RadioFile.VERSION, server.actualPort(), token);
              return vertx.executeBlocking(() -> write(file));
            });
  }

  private Runnable write(RadioFile file) {
    file.write(folder);
    return () -> file.remove(folder);
  }

  private void connected(NetSocket socket) {
    if (connections >= PHONES) {
      socket.close();
      return;
    }
    connections++;
    var wire = new RadioWire(socket, centre, token, inUse);
    socket.exceptionHandler(broken -> {}); // a peer that was killed; the close handler follows
    socket.closeHandler(
        none -> {
          connections--;
          wire.closed();
        });
  }
}
