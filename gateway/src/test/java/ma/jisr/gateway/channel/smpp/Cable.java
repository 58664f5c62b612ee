package ma.jisr.gateway.channel.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A cable between the channel and its peer that can be cut without anybody being told, as when a
 * firewall forgets a connection: both ends stay open, and what is written is lost.
 */
final class Cable implements AutoCloseable {
  private final ServerSocket server;
  private final int port;
  private final List<Socket> ends = new ArrayList<>();

  /** Through which of the connections nothing goes any more: those up to this number. */
  private volatile int cut;

  private volatile int made;

  /**
   * @param port of the peer on this machine
   */
  Cable(int port) throws IOException {
    this.port = port;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on what goes through the connections that are there is lost; new ones are whole. */
  void cut() {
    cut = made;
  }

  private static void thread(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private void accept() {
    try {
      while (true) {
        Socket here = server.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
        synchronized (ends) {
          ends.add(here);
          ends.add(there);
        }
        int number = made + 1;
        made = number;
        thread(() -> carry(here, there, number));
        thread(() -> carry(there, here, number));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void carry(Socket from, Socket to, int number) {
    byte[] octets = new byte[4096];
    try {
      to.setTcpNoDelay(true);
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(octets); read >= 0; read = in.read(octets))
        if (number > cut) out.write(octets, 0, read);
      if (number > cut) to.close();
    } catch (IOException closed) {
      // one of the ends has gone; a cut cable does not tell the other
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (ends) {
      for (Socket end : ends) end.close();
    }
  }
}
