package ma.jisr.gateway.channel.smpp;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The cutter of a TCP stream into PDUs by their command_length (SMPP 3.4 3.2). Nothing is allocated
 * on the word of the peer: a length outside 16 to the maximum ends the stream.
 */
final class Frames {
  private static final int HEADER = 16;

  private final int most;
  private Buffer rest = Buffer.buffer();
  private boolean broken;

  /**
   * @param most octets of the longest PDU taken
   */
  Frames(int most) {
    this.most = most;
  }

  /** The PDUs that the chunk completes, in order. */
  List<byte[]> take(Buffer chunk) {
    List<byte[]> pdus = new ArrayList<>();
    if (broken) {
      return pdus;
    }
    Buffer all = rest.length() == 0 ? chunk : rest.appendBuffer(chunk);
    int at = 0;
    while (all.length() - at >= 4) {
      int length = all.getInt(at);
      if (length < HEADER || length > most) {
        broken = true;
        break;
      }
      if (all.length() - at < length) {
        break;
      }
      pdus.add(all.getBytes(at, at + length));
      at += length;
    }
    rest = at == all.length() || broken ? Buffer.buffer() : all.getBuffer(at, all.length());
    return pdus;
  }

  /** Whether a length came that cannot be: the stream has lost its place for good. */
  boolean broken() {
    return broken;
  }
}
