package ma.jisr.gateway.channel.smpp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import ma.jisr.gateway.loop.VertxLoop;
import org.jsmpp.SMPPConstant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection to the peer and the bind on it, from the bind request to the end. Never used
 * again after that: a new one is made.
 */
final class Connection {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /** Who owns the connection. Called on the loop. */
  interface Owner {
    void bound(Connection connection);

    /** To be answered by {@link #answer}, at once or late. */
    void delivered(Connection connection, Deliver deliver);

    /** A slot of the window is free again. */
    void settled();

    /** Once, whatever the reason. */
    void ended(Connection connection, End end);
  }

  /** Why it ended. */
  enum End {
    /** The peer closed, or the network did. */
    CLOSED,
    /** The peer said unbind. */
    UNBOUND,
    /** The peer refused the bind. */
    REFUSED,
    /** Nothing came for too long. */
    SILENT,
    /** What came is not SMPP. */
    GARBAGE,
    /** We wanted it so. */
    DONE
  }

  private enum State {
    BINDING,
    BOUND,
    UNBINDING,
    ENDED
  }

  private final VertxLoop loop;
  private final SmppLink link;
  private final int command;
  private final Owner owner;
  private final Counters counters;
  private final NetSocket socket;
  private final Outlet outlet;
  private final Frames frames;
  private final Window window;
  private final Codec codec = new Codec();
  private final Unproven unproven = new Unproven();
  private State state = State.BINDING;
  private String refusal = "";
  private Instant lastRead;

  /** A request has gone unanswered and nothing else has come meanwhile: the peer may be dead. */
  private boolean mute;

  /**
   * @param command the bind request's id: transceiver, receiver or transmitter
   */
  Connection(
      VertxLoop loop,
      SmppLink link,
      int command,
      Owner owner,
      Counters counters,
      NetSocket socket) {
    this.loop = loop;
    this.link = link;
    this.command = command;
    this.owner = owner;
    this.counters = counters;
    this.socket = socket;
    this.outlet = new Outlet(loop, socket);
    this.frames = new Frames(link.limits().pdu());
    this.window = new Window(loop, link.window(), link.timers().response());
    this.lastRead = loop.now();
  }

  /** Starts to read, and asks for the bind. */
  void open() {
    socket.handler(this::read);
    socket.exceptionHandler(
        failure ->
            log.atDebug()
                .addKeyValue("link", link.id())
                .setCause(failure)
                .log("connection failed"));
    socket.closeHandler(closed -> end(End.CLOSED));
    int sequence = window.next();
    window.open(sequence, this::boundOrNot);
    outlet.write(codec.bind(command, sequence, link.account()));
    outlet.flush();
    watch(link.timers().enquire());
  }

  /** Whether it is bound; to send by it, also whether the peer has not fallen silent. */
  boolean open(boolean forSending) {
    return state == State.BOUND
        && (!forSending || (!mute && command != SMPPConstant.CID_BIND_RECEIVER));
  }

  /** The status with which the peer refused the bind; "" when it has not. */
  String refusal() {
    return refusal;
  }

  boolean ended() {
    return state == State.ENDED;
  }

  boolean full() {
    return window.full();
  }

  int inFlight() {
    return window.inFlight();
  }

  /** The messages that came by it and may come again when it ends. */
  Unproven unproven() {
    return unproven;
  }

  /** The sequence_number of the newest request written to the peer. */
  int lastRequest() {
    return window.last();
  }

  /** Writes a composed submit_sm; the outcome comes exactly once. */
  void submit(byte[] pdu, Consumer<Response> then) {
    int sequence = window.next();
    Codec.number(pdu, sequence);
    window.open(
        sequence,
        outcome -> {
          if (outcome instanceof Response.Silence) {
            suspect();
          }
          then.accept(outcome);
          owner.settled();
        });
    outlet.write(pdu);
  }

  /**
   * What is written to a silent peer is lost or doubtful, and doubtful messages are sent only once
   * more: so nothing is, until it has said something. It is asked to at once.
   */
  private void suspect() {
    boolean silent =
        Duration.between(lastRead, loop.now()).compareTo(link.timers().response()) >= 0;
    if (silent && !mute && state == State.BOUND) {
      mute = true;
      outlet.write(codec.header(SMPPConstant.CID_ENQUIRE_LINK, Status.OK, window.next()));
    }
  }

  /** Answers a deliver_sm or data_sm; false when the connection is gone. */
  boolean answer(int answered, int sequence, int status) {
    if (state == State.ENDED) {
      return false;
    }
    outlet.write(codec.response(answered, status, sequence));
    return true;
  }

  /** Says unbind, and ends when the peer has answered or the response time is over. */
  void unbind() {
    if (state != State.BOUND) {
      end(End.DONE);
      return;
    }
    state = State.UNBINDING;
    int sequence = window.next();
    window.open(sequence, outcome -> end(End.DONE));
    outlet.write(codec.header(SMPPConstant.CID_UNBIND, Status.OK, sequence));
  }

  private void boundOrNot(Response outcome) {
    if (outcome instanceof Response.Answer(int status, String id) && state == State.BINDING) {
      if (status == Status.OK) {
        state = State.BOUND;
        owner.bound(this);
      } else {
        refusal = Status.of(status).name();
        log.atError().addKeyValue("link", link.id()).log("bind refused with {}", refusal);
        end(End.REFUSED);
      }
    } else {
      end(End.SILENT);
    }
  }

  private void read(Buffer chunk) {
    outlet.hold();
    try {
      List<byte[]> pdus = frames.take(chunk);
      if (!pdus.isEmpty()) {
        lastRead = loop.now(); // octets that never make a PDU are no sign of life
        if (mute) {
          mute = false;
          owner.settled();
        }
      }
      for (byte[] pdu : pdus) {
        if (state != State.ENDED) {
          take(pdu);
        }
      }
      if (frames.broken() && state != State.ENDED) {
        counters.malformed++;
        outlet.write(codec.header(SMPPConstant.CID_GENERIC_NACK, Status.BAD_LENGTH, 0));
        outlet.flush();
        end(End.GARBAGE);
      }
    } finally {
      outlet.release();
    }
  }

  private void take(byte[] pdu) {
    ByteBuffer header = ByteBuffer.wrap(pdu);
    int id = header.getInt(4);
    int status = header.getInt(8);
    int sequence = header.getInt(12);
    if (id < 0) {
      response(id, status, sequence, pdu);
      return;
    }
    switch (id) {
      case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> deliver(id, pdu, sequence);
      case SMPPConstant.CID_ENQUIRE_LINK ->
          outlet.write(codec.header(SMPPConstant.CID_ENQUIRE_LINK_RESP, Status.OK, sequence));
      case SMPPConstant.CID_UNBIND -> {
        outlet.write(codec.header(SMPPConstant.CID_UNBIND_RESP, Status.OK, sequence));
        outlet.flush();
        end(End.UNBOUND);
      }
      case SMPPConstant.CID_ALERT_NOTIFICATION -> counters.strays++; // has no response
      default -> {
        counters.malformed++;
        outlet.write(codec.header(SMPPConstant.CID_GENERIC_NACK, Status.BAD_COMMAND, sequence));
      }
    }
  }

  private void deliver(int id, byte[] pdu, int sequence) {
    if (state == State.BINDING) {
      answer(id, sequence, Status.BAD_BIND_STATE);
      return;
    }
    Deliver deliver;
    try {
      deliver = id == SMPPConstant.CID_DATA_SM ? codec.data(pdu) : codec.deliver(pdu);
    } catch (Codec.Malformed e) {
      counters.malformed++;
      answer(id, sequence, e.status());
      return;
    }
    owner.delivered(this, deliver);
  }

  private void response(int id, int status, int sequence, byte[] pdu) {
    String messageId =
        id == SMPPConstant.CID_SUBMIT_SM_RESP && status == Status.OK ? Codec.messageId(pdu) : "";
    unproven.proven(sequence);
    if (id != SMPPConstant.CID_ENQUIRE_LINK_RESP
        && !window.settle(sequence, new Response.Answer(status, messageId))) {
      counters.strays++;
    }
  }

  /** Looks after {@code pause} whether anything has come meanwhile. */
  private void watch(Duration pause) {
    loop.after(pause, this::look);
  }

  private void look() {
    if (state == State.ENDED) {
      return;
    }
    Duration enquire = link.timers().enquire();
    Duration quiet = Duration.between(lastRead, loop.now());
    if (quiet.compareTo(enquire) < 0) {
      watch(enquire.minus(quiet));
      return;
    }
    Instant before = lastRead;
    outlet.write(codec.header(SMPPConstant.CID_ENQUIRE_LINK, Status.OK, window.next()));
    loop.after(
        link.timers().response(),
        () -> {
          if (lastRead.equals(before)) {
            end(End.SILENT);
          } else {
            look();
          }
        });
  }

  private void end(End why) {
    if (state == State.ENDED) {
      return;
    }
    state = State.ENDED;
    outlet.flush();
    socket.close().otherwiseEmpty();
    window.abandon();
    owner.ended(this, why);
  }
}
