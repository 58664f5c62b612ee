package ma.jisr.gateway.channel.smpp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import ma.jisr.gateway.loop.VertxLoop;

/**
 * The writing side of a connection: everything produced while one chunk is read, or in one turn of
 * the loop, leaves in one write. With TCP_NODELAY that is both the least delay and the fewest
 * packets.
 */
final class Outlet {
  private static final int USUAL = 4096;

  private final VertxLoop loop;
  private final NetSocket socket;
  private Buffer pending = Buffer.buffer(USUAL);
  private boolean held;
  private boolean scheduled;

  Outlet(VertxLoop loop, NetSocket socket) {
    this.loop = loop;
    this.socket = socket;
  }

  void write(byte[] pdu) {
    pending.appendBytes(pdu);
    if (!held && !scheduled) {
      scheduled = true;
      loop.execute(this::flush);
    }
  }

  /** Keeps what is written until {@link #release}. */
  void hold() {
    held = true;
  }

  void release() {
    held = false;
    flush();
  }

  /** Writes what is pending; a peer that does not read is not read from either. */
  void flush() {
    scheduled = false;
    if (pending.length() == 0) {
      return;
    }
    Buffer out = pending;
    pending = Buffer.buffer(USUAL);
    // A failed write ends in the close handler, which settles everything.
    socket.write(out).otherwiseEmpty();
    if (socket.writeQueueFull()) {
      socket.pause();
      socket.drainHandler(drained -> socket.resume());
    }
  }
}
