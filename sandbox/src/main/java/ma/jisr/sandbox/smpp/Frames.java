package ma.jisr.sandbox.smpp;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/**
 * Cuts a stream of octets into PDUs by their command_length (SMPP 3.4, 3.2). A length below 16 or
 * above {@value #LONGEST} ends the reading: what follows cannot be trusted.
 */
final class Frames implements Handler<Buffer> {
  /** The longest PDU read, in octets: message_payload's 64 KiB and its mandatory fields. */
  static final int LONGEST = 66_000;

  private static final int HEADER = 16;
  private final Consumer<byte[]> pdus;
  private final Runnable unreadable;
  private Buffer open = Buffer.buffer();
  private boolean ended;

  Frames(Consumer<byte[]> pdus, Runnable unreadable) {
    this.pdus = pdus;
    this.unreadable = unreadable;
  }

  @Override
  public void handle(Buffer read) {
    open.appendBuffer(read);
    int at = 0;
    while (!ended && open.length() - at >= HEADER) {
      int length = open.getInt(at);
      if (length < HEADER || length > LONGEST) {
        ended = true;
        unreadable.run();
      } else if (open.length() - at < length) {
        break;
      } else {
        pdus.accept(open.getBytes(at, at + length));
        at += length;
      }
    }
    open = ended ? Buffer.buffer() : open.getBuffer(at, open.length()).copy();
  }
}
