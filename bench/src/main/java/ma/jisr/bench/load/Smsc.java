package ma.jisr.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The simulated SMSC: listens on loopback, accepts any credentials, plays a {@link Traffic} over
 * the newest bind. One thread, the caller's; everything that one read brought is answered by one
 * write, as a busy SMSC does.
 */
public final class Smsc implements AutoCloseable {
  /**
   * Nanoseconds of one nap while something is due in less than a millisecond, which a selector
   * cannot wait for: the most by which a reply is noticed too late.
   */
  private static final long NAP = 50_000;

  private static final long MILLISECOND = 1_000_000;

  /** Milliseconds of the longest wait: what bounds the noticing of {@link Traffic#over}. */
  private static final long LONGEST = 20;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final Submit submit = new Submit();
  private long messageIds;
  private Responses responses = new Responses(0);
  private @Nullable SelectionKey current;

  private Smsc(Selector selector, ServerSocketChannel server) {
    this.selector = selector;
    this.server = server;
  }

  /**
   * Listens on a port of 127.0.0.1; 0 takes a free one.
   *
   * @throws IOException when the port is taken
   */
  public static Smsc listen(int port) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    return new Smsc(selector, server);
  }

  public int port() {
    return server.socket().getLocalPort();
  }

  /** Whether an ESME is bound now. */
  public boolean bound() {
    return current != null && current.isValid();
  }

  /** Answers binds and enquire_links until the condition holds; false when the time was up. */
  public boolean serve(BooleanSupplier enough, Duration most) throws IOException {
    long end = System.nanoTime() + most.toNanos();
    Traffic nothing = new Silence(() -> enough.getAsBoolean() || System.nanoTime() - end > 0);
    while (!nothing.over(System.nanoTime())) round(nothing);
    return enough.getAsBoolean();
  }

  /**
   * Plays the traffic until it is over.
   *
   * @param delay from a submit_sm to its response
   * @return the most submit_sm that stood unanswered at once
   * @throws IOException when the ESME closes the connection meanwhile
   */
  int play(Traffic traffic, Duration delay) throws IOException {
    responses = new Responses(delay.toNanos());
    SelectionKey bind = current;
    while (!traffic.over(System.nanoTime()) || responses.owed()) {
      round(traffic);
      if (bind != current || !bound()) throw new IOException("the ESME has closed its connection");
    }
    return responses.most();
  }

  private void round(Traffic traffic) throws IOException {
    long wait = Long.MAX_VALUE;
    if (current != null && current.isValid()) {
      Link link = (Link) current.attachment();
      long now = System.nanoTime();
      while (responses.due(now) && link.hasRoom())
        link.named(Wire.SUBMIT_SM_RESP, responses.next(), ++messageIds);
      wait = Math.min(traffic.send(link, now), responses.until(now));
      link.flush(current);
    }
    await(wait);
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isAcceptable()) accept();
      else if (key.isValid() && key.isReadable()) read(key, traffic);
    }
    selector.selectedKeys().clear();
  }

  private void await(long nanos) throws IOException {
    if (nanos >= MILLISECOND) {
      selector.select(Math.min(LONGEST, nanos / MILLISECOND));
    } else if (selector.selectNow() == 0 && nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, NAP));
      selector.selectNow();
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) return;
    Link link = new Link(channel);
    channel.register(selector, SelectionKey.OP_READ, link);
  }

  private void read(SelectionKey key, Traffic traffic) throws IOException {
    Link link = (Link) key.attachment();
    boolean open;
    try {
      open = link.read();
    } catch (IOException e) {
      open = false; // reset: closed all the same
    }
    long now = System.nanoTime();
    ByteBuffer in = link.received();
    int at = 0;
    while (in.limit() - at >= Wire.HEADER) {
      int length = in.getInt(at);
      if (length < Wire.HEADER || length > Wire.MOST)
        throw new IOException("the ESME sent a PDU of " + length + " octets");
      if (in.limit() - at < length) break;
      take(key, link, in, at, length, now, traffic);
      at += length;
    }
    in.position(at);
    link.rest();
    if (!open) key.channel().close();
    else if (key != current) link.flush(key);
  }

  private void take(
      SelectionKey key, Link link, ByteBuffer in, int at, int length, long now, Traffic traffic) {
    int command = in.getInt(at + 4);
    int status = in.getInt(at + 8);
    int sequence = in.getInt(at + 12);
    switch (command) {
      case Wire.SUBMIT_SM -> {
        submit.read(in, at, at + length);
        traffic.said(submit, now);
        responses.owe(sequence, now);
      }
      case Wire.DELIVER_SM_RESP -> traffic.answered(sequence, status, now);
      case Wire.ENQUIRE_LINK -> link.header(command | Wire.RESPONSE, Wire.OK, sequence);
      case Wire.UNBIND -> link.header(command | Wire.RESPONSE, Wire.OK, sequence);
      case Wire.BIND_TRANSCEIVER, Wire.BIND_RECEIVER, Wire.BIND_TRANSMITTER -> {
        link.named(command | Wire.RESPONSE, sequence, 0);
        current = key;
      }
      default -> {
        if (command > 0) link.header(Wire.GENERIC_NACK, Wire.UNKNOWN_COMMAND, sequence);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) key.channel().close();
    selector.close();
  }
}
