package ma.jisr.gateway.channel.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much is read of whoever has not yet shown who they are. */
class HallTest implements Door {
  private static final int MEGABYTE = 1 << 20;

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Integer> knocked = new LinkedBlockingQueue<>();
  private final Doorway doorway =
      Doorway.start(
              vertx,
              new Listener("127.0.0.1", 0, Optional.empty()),
              Proxies.NONE,
              List.of(this),
              this::count)
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  private void count(String what, Map<String, String> tags) {
    // Told by the status as well.
  }

  @AfterEach
  void stop() {
    doorway.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void allTogetherHoldSoMuchAndNoMore() throws Exception {
    assertTrue(mostBody() > Doorway.MOST_HELD);
    try (Socket one = begun(mostBody(), Doorway.MOST_HELD + 1)) {
      assertEquals("429", status(one));
    }
    try (Socket whole = begun(30 * MEGABYTE, 30 * MEGABYTE)) {
      assertEquals("200", status(whole), "what was turned away is held no more");
    }
    assertEquals(30 * MEGABYTE, knocked.poll(5, TimeUnit.SECONDS));
    begun(mostBody(), 30 * MEGABYTE).close();
    // Its end is seen sooner or later, and makes room; who is turned away before is cut off.
    String last = "";
    for (int i = 0; i < 1_000 && !last.equals("200"); i++)
      try (Socket again = begun(5 * MEGABYTE, 5 * MEGABYTE)) {
        last = status(again);
      } catch (IOException e) {
        last = "cut off";
      }
    assertEquals("200", last);
  }

  private Socket begun(int declared, int sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), doorway.port());
    String head = "POST /links/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + declared + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    socket.getOutputStream().write(new byte[sent]);
    return socket;
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), US_ASCII).substring(9);
  }

  @Override
  public String link() {
    return "x";
  }

  @Override
  public int mostBody() {
    return 40 * MEGABYTE;
  }

  @Override
  public Verifier verifier() {
    return new Verifier.Networks(address -> true);
  }

  @Override
  public void knocked(Knock knock, Answer answer) {
    knocked.add(knock.body().length);
    answer.give(Reply.TAKEN);
  }
}
