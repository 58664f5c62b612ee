package ma.jisr.sandbox.smpp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.sandbox.world.Loop;
import org.jsmpp.util.DefaultComposer;

/** One TCP connection of a program, with its bind and the deliver_sm under way on it. */
final class Link {
  private final NetSocket socket;
  private final Loop loop;
  private final LinkSettings settings;
  private final Map<Integer, Open> open = new HashMap<>();
  private boolean sends;
  private boolean receives;
  private boolean closed;
  private int sequence;
  private Runnable silence = () -> {};
  private boolean asked;

  private record Open(Promise<Integer> status, Runnable timer) {}

  Link(NetSocket socket, Loop loop, LinkSettings settings) {
    this.socket = socket;
    this.loop = loop;
    this.settings = settings;
    heard();
  }

  /** Whether a bind has been accepted and the connection stands. */
  boolean bound() {
    return !closed && (sends || receives);
  }

  /** Whether the program may submit on it: a transmitter's or transceiver's bind. */
  boolean sends() {
    return !closed && sends;
  }

  /** Whether a deliver_sm may go out now: a receiver's or transceiver's bind, with window left. */
  boolean hasRoom() {
    return receives() && open.size() < settings.window();
  }

  /** Whether deliver_sm go out on it at all. */
  boolean receives() {
    return !closed && receives;
  }

  void bind(boolean mayReceive, boolean maySend) {
    receives = mayReceive;
    sends = maySend;
  }

  /** Notes that something came: the link lives. */
  void heard() {
    asked = false;
    silence.run();
    silence = loop.after(settings.enquire(), this::silent);
  }

  private void silent() {
    if (closed) {
      return;
    }
    if (asked || !bound()) {
      close();
      return;
    }
    asked = true;
    silence = loop.after(settings.enquire(), this::silent);
    write(new DefaultComposer().enquireLink(next()));
  }

  /** Sends it; the future has the status of the response, or fails by {@link LinkLostException}. */
  Future<Integer> deliver(Delivery delivery) {
    int number = next();
    Promise<Integer> status = Promise.promise();
    Runnable timer =
        loop.after(settings.response(), () -> lose(number, "no deliver_sm_resp in time"));
    open.put(number, new Open(status, timer));
    write(delivery.pdu(number));
    return status.future();
  }

  /** Sends it without keeping account of its response. */
  void repeat(Delivery delivery) {
    write(delivery.pdu(next()));
  }

  /** A deliver_sm_resp or generic_nack came; unknown numbers are of no interest. */
  void answered(int number, int status) {
    Open answered = open.remove(number);
    if (answered != null) {
      answered.timer().run();
      answered.status().complete(status);
    }
  }

  private void lose(int number, String why) {
    Open lost = open.remove(number);
    if (lost != null) {
      lost.timer().run();
      lost.status().fail(new LinkLostException(why));
    }
  }

  void write(byte[] pdu) {
    if (!closed) {
      socket.write(Buffer.buffer(pdu));
    }
  }

  /** Closes the connection; what was under way on it is lost. */
  void close() {
    gone();
    socket.close();
  }

  /** The connection is closed, by whomever. */
  void gone() {
    closed = true;
    silence.run();
    List.copyOf(open.keySet()).forEach(number -> lose(number, "the connection broke"));
  }

  private int next() {
    sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
    return sequence;
  }
}
