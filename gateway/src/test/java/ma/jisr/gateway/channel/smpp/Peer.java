package ma.jisr.gateway.channel.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A scripted SMSC over a real socket: the test reads and writes PDUs one by one, written by hand.
 * It shares no code with the channel.
 */
final class Peer implements AutoCloseable {
  static final int BIND_TRANSCEIVER = 0x09;
  static final int DELIVER = 0x05;
  static final int SUBMIT = 0x04;
  static final int ENQUIRE = 0x15;
  static final int UNBIND = 0x06;
  static final int RESPONSE = 0x80000000;

  /**
   * Long enough that a slow machine does not fail a test; nothing waits for it when all is well.
   */
  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket server;

  Peer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  Peer(ServerSocket server) throws IOException {
    this.server = server;
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The next connection, not bound yet. */
  Line accept() throws IOException {
    return new Line(server.accept());
  }

  /** The next connection, bound. */
  Line bound() throws IOException {
    Line line = accept();
    Pdu bind = line.read();
    line.write(bind.id() | RESPONSE, 0, bind.sequence(), "736d736300"); // "smsc"
    return line;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** A PDU as it came. */
  @SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
  record Pdu(int id, int status, int sequence, byte[] body) {
    String hex() {
      return HexFormat.of().formatHex(body);
    }

    /** The value of a TLV, looked for as octets: enough for a test that knows what it wrote. */
    boolean has(String hex) {
      return hex().contains(hex);
    }
  }

  /** One connection. */
  static final class Line implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new DataInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    Pdu read() throws IOException {
      int length = in.readInt();
      int id = in.readInt();
      int status = in.readInt();
      int sequence = in.readInt();
      return new Pdu(id, status, sequence, in.readNBytes(length - 16));
    }

    /** The next PDU of a kind; others are an error of the test. */
    Pdu read(int id) throws IOException {
      Pdu pdu = read();
      if (pdu.id() != id) {
        throw new AssertionError("expected " + Integer.toHexString(id) + ", got " + pdu);
      }
      return pdu;
    }

    void write(int id, int status, int sequence, String body) throws IOException {
      raw(pdu(id, status, sequence, body));
    }

    static byte[] pdu(int id, int status, int sequence, String body) {
      byte[] octets = HexFormat.of().parseHex(body.replace(" ", ""));
      return ByteBuffer.allocate(16 + octets.length)
          .putInt(16 + octets.length)
          .putInt(id)
          .putInt(status)
          .putInt(sequence)
          .put(octets)
          .array();
    }

    void raw(byte[] octets) throws IOException {
      out.write(octets);
      out.flush();
    }

    /** Answers a submit_sm with a message id. */
    void taken(Pdu submit, String id) throws IOException {
      write(SUBMIT | RESPONSE, 0, submit.sequence(), Bodies.ascii(id) + "00");
    }

    /** Ends with RST instead of FIN, as a firewall or a crash does. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Reads what is left until the other side closes. */
    void untilEnd() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
