package ma.jisr.bench.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One TCP connection of an ESME: its octets in both directions, cut into PDUs. */
final class Link {
  /** Octets read at once: some thousand PDUs. */
  private static final int IN = 1 << 18;

  /** Octets waiting to be written. */
  private static final int OUT = 1 << 20;

  /** Octets kept free for responses: new messages wait when there are fewer. */
  private static final int RESERVE = 1 << 19;

  /** Digits of a message_id. */
  private static final int NAME = 10;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(IN);
  private final ByteBuffer out = ByteBuffer.allocateDirect(OUT);

  Link(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Where PDUs are written to; {@link #flush} sends them. */
  ByteBuffer out() {
    return out;
  }

  /** Whether new messages may be written, or responses need the room. */
  boolean hasRoom() {
    return out.remaining() > RESERVE;
  }

  /** Reads what has come; false when the ESME has closed. */
  boolean read() throws IOException {
    return channel.read(in) >= 0;
  }

  /** What has been read and not yet taken, ready to be parsed; {@link #rest} ends that. */
  ByteBuffer received() {
    return in.flip();
  }

  /** Keeps the octets of a PDU that has not come whole. */
  void rest() {
    in.compact();
  }

  /** Writes what the socket takes now and asks to be called again when something stays. */
  void flush(SelectionKey key) throws IOException {
    if (out.position() > 0) {
      out.flip();
      channel.write(out);
      out.compact();
    }
    int wanted =
        out.position() > 0 ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) key.interestOps(wanted);
  }

  /** A PDU that is a header only. */
  void header(int command, int status, int sequence) {
    out.putInt(Wire.HEADER).putInt(command).putInt(status).putInt(sequence);
  }

  /** A response with a C-octet string: a bind's system_id, a submit_sm's message_id. */
  void named(int command, int sequence, long name) {
    int start = out.position();
    out.putInt(0).putInt(command).putInt(Wire.OK).putInt(sequence);
    long rest = name;
    for (int i = NAME - 1; i >= 0; i--, rest /= 10)
      out.put(start + Wire.HEADER + i, (byte) ('0' + rest % 10));
    out.position(start + Wire.HEADER + NAME).put((byte) 0);
    out.putInt(start, Wire.HEADER + NAME + 1);
  }
}
