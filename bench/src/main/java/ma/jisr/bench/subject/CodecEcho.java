package ma.jisr.bench.subject;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;

/**
 * An ESME that uses jSMPP for octets only: one event loop, a window of 100 submit_sm, everything
 * that one chunk brought answered by one write. The ceiling of any gateway on this codec.
 */
public final class CodecEcho {
  private static final int WINDOW = 100;
  private static final int HEADER = 16;
  private static final int DELIVER_SM = 5;
  private static final int ENQUIRE_LINK = 0x15;
  private static final int SUBMIT_SM_RESP = 0x80000004;
  private static final int BIND_TRANSCEIVER = 9;
  private static final byte VERSION = 0x34;

  private final DefaultComposer composer = new DefaultComposer();
  private final DefaultDecomposer decomposer = new DefaultDecomposer();
  private final Deque<DeliverSm> waiting = new ArrayDeque<>();

  /** Kept: Vert.x closes a client, its connections with it, that nothing refers to. */
  private final NetClient client;

  private final NetSocket socket;
  private final Echo echo;
  private Buffer rest = Buffer.buffer();
  private int sequence = 1;
  private int inFlight;

  private CodecEcho(NetClient client, NetSocket socket, Echo echo) {
    this.client = client;
    this.socket = socket;
    this.echo = echo;
  }

  /** Arguments: port, text, the answer that ends a dialogue. Runs until it is killed. */
  public static void main(String[] args) {
    Echo echo = new Echo(args[1], args[2]);
    NetClient client = Vertx.vertx().createNetClient(new NetClientOptions().setTcpNoDelay(true));
    client
        .connect(Integer.parseInt(args[0]), "127.0.0.1")
        .onSuccess(socket -> new CodecEcho(client, socket, echo).start())
        .onFailure(CodecEcho::fail);
  }

  private static void fail(Throwable error) {
    error.printStackTrace();
    System.exit(1);
  }

  private void start() {
    socket.handler(this::take);
    socket.exceptionHandler(CodecEcho::fail);
    socket.closeHandler(closed -> client.close().onComplete(done -> System.exit(0)));
    try {
      socket.write(
          Buffer.buffer(
              composer.bind(
                  BIND_TRANSCEIVER,
                  sequence,
                  "echo",
                  "echo",
                  "",
                  VERSION,
                  (byte) 0,
                  (byte) 0,
                  null)));
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(Buffer chunk) {
    Buffer all = rest.length() == 0 ? chunk : rest.appendBuffer(chunk);
    Buffer out = Buffer.buffer(chunk.length() * 2);
    int at = 0;
    while (all.length() - at >= HEADER && all.length() - at >= all.getInt(at)) {
      int length = all.getInt(at);
      pdu(all.getBytes(at, at + length), out);
      at += length;
    }
    rest = at == all.length() ? Buffer.buffer() : all.getBuffer(at, all.length());
    while (inFlight < WINDOW && !waiting.isEmpty()) submit(waiting.removeFirst(), out);
    if (out.length() > 0) socket.write(out);
  }

  private void pdu(byte[] pdu, Buffer out) {
    Buffer header = Buffer.buffer(pdu);
    int number = header.getInt(12);
    switch (header.getInt(4)) {
      case DELIVER_SM -> {
        out.appendBytes(composer.deliverSmResp(0, number, ""));
        try {
          waiting.addLast(decomposer.deliverSm(pdu));
        } catch (PDUStringException e) {
          throw new IllegalStateException(e);
        }
      }
      case SUBMIT_SM_RESP -> inFlight--;
      case ENQUIRE_LINK -> out.appendBytes(composer.composeHeader(0x80000015, 0, number));
      default -> {}
    }
  }

  private void submit(DeliverSm deliver, Buffer out) {
    inFlight++;
    try {
      out.appendBytes(
          composer.submitSm(
              ++sequence,
              deliver.getServiceType(),
              deliver.getDestAddrTon(),
              deliver.getDestAddrNpi(),
              deliver.getDestAddress(),
              deliver.getSourceAddrTon(),
              deliver.getSourceAddrNpi(),
              deliver.getSourceAddr(),
              (byte) 0,
              (byte) 0,
              (byte) 0,
              null,
              null,
              (byte) 0,
              (byte) 0,
              (byte) 0,
              (byte) 0,
              echo.text(),
              echo.tlvs(deliver)));
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }
}
