package ma.jisr.app.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * An SMSC that lets itself be bound, proves that it lives, brings short messages, and answers
 * neither submit_sm nor unbind. Written by hand after SMPP 3.4; for one connection.
 */
final class DeafCentre implements AutoCloseable {
  private static final int RESPONSE = 0x80000000;
  private static final int DELIVER = 5;
  private static final int BIND_TRANSCEIVER = 9;
  private static final int ENQUIRE = 0x15;
  private static final int SUBMIT = 4;
  private static final int UNBIND = 6;

  private final ServerSocket server;
  private final int messages;

  /** Done when the first submit_sm has come, which stays unanswered. */
  final CompletableFuture<Void> asked = new CompletableFuture<>();

  /** Done when unbind has come, which stays unanswered, too. */
  final CompletableFuture<Void> left = new CompletableFuture<>();

  /**
   * @param messages brought when bound, each from another phone
   */
  DeafCentre(int messages) throws IOException {
    this.messages = messages;
    this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try (Socket socket = server.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int length = in.readInt(); ; length = in.readInt()) {
        int id = in.readInt();
        in.readInt();
        int sequence = in.readInt();
        in.readNBytes(length - 16);
        switch (id) {
          case BIND_TRANSCEIVER -> {
            out.write(pdu(id | RESPONSE, sequence, "deaf\0".getBytes(US_ASCII)));
            for (int i = 1; i <= messages; i++) out.write(pdu(DELIVER, i, message(i)));
          }
          case ENQUIRE -> out.write(pdu(id | RESPONSE, sequence, new byte[0]));
          case SUBMIT -> asked.complete(null);
          case UNBIND -> left.complete(null);
          default -> {} // deliver_sm_resp
        }
      }
    } catch (IOException gone) {
      asked.completeExceptionally(gone);
      left.completeExceptionally(gone);
    }
  }

  private static byte[] message(int phone) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("\0\1\1" + "21266198010" + phone + "\0\0\1" + "2121\0").getBytes(US_ASCII));
    body.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0});
    byte[] text = "wifi amizmiz".getBytes(US_ASCII);
    body.write(text.length);
    body.writeBytes(text);
    return body.toByteArray();
  }

  private static byte[] pdu(int id, int sequence, byte[] body) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(16 + body.length)
        .putInt(id)
        .putInt(0)
        .putInt(sequence)
        .put(body)
        .array();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
