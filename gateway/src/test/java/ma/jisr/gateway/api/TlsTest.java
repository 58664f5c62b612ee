package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.tls.Certificate;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Patience;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener that encrypts, with certificates made for the test. */
class TlsTest {
  @TempDir Path folder;
  private Certificate first;
  private Listener.Tls files;

  @BeforeEach
  void make() throws Exception {
    first = made("first");
    files = new Listener.Tls(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    write(first);
  }

  private Certificate made(String name) throws Exception {
    return Certificate.made(folder, name, "ip:127.0.0.1");
  }

  private void write(Certificate certificate) throws Exception {
    certificate.chain(files.certificate());
    certificate.key(files.key());
  }

  private ThingsApi api() {
    return new ThingsApi(new Staff(), Patience.USUAL, Proxies.NONE, Optional.of(files));
  }

  private static HttpResponse<String> ask(ThingsApi api, SSLContext trust, String... protocols)
      throws Exception {
    HttpClient.Builder client = HttpClient.newBuilder().sslContext(trust);
    if (protocols.length > 0) client.sslParameters(new SSLParameters(null, protocols));
    try (HttpClient asking = client.build()) {
      return asking.send(
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + api.port + "/things"))
              .header("authorization", "Bearer " + api.token)
              .build(),
          BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void itIsSpokenToWhoTrustsIt(String protocol) throws Exception {
    try (ThingsApi api = api()) {
      HttpResponse<String> response = ask(api, first.trusting(), protocol);
      assertEquals("200 page 0", ThingsApi.told(response));
      assertEquals(protocol, response.sslSession().orElseThrow().getProtocol());
      String strict = response.headers().firstValue("strict-transport-security").orElse("");
      assertTrue(strict.startsWith("max-age="), strict);
    }
  }

  @Test
  void whoDoesNotTrustItSaysNothing() throws Exception {
    try (ThingsApi api = api()) {
      SSLContext other = made("other").trusting();
      assertThrows(SSLHandshakeException.class, () -> ask(api, other));
      assertTrue(api.asked.isEmpty());
    }
  }

  /** A token that was sent unencrypted by mistake is answered by nothing that takes it. */
  @Test
  void plainHttpIsNotAnswered() throws Exception {
    try (ThingsApi api = api();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      String request = "GET /things HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      byte[] answer = socket.getInputStream().readAllBytes();
      assertFalse(new String(answer, StandardCharsets.ISO_8859_1).contains("HTTP/1"));
      assertTrue(api.asked.isEmpty());
    }
  }

  private static boolean looks(ThingsApi api) {
    Future<Boolean> looked = api.server.look();
    return looked.toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aRenewedCertificateIsUsedOnceItHasSettled() throws Exception {
    Certificate second = made("second");
    try (ThingsApi api = api()) {
      assertFalse(looks(api));
      write(second);
      assertFalse(looks(api), "it may still be written");
      assertEquals(200, ask(api, first.trusting()).statusCode());
      assertTrue(looks(api));
      assertEquals(200, ask(api, second.trusting()).statusCode());
      assertThrows(SSLHandshakeException.class, () -> ask(api, first.trusting()));
      assertFalse(looks(api));
    }
  }

  @Test
  void whatCannotBeReadLeavesTheOldOneInUse() throws Exception {
    try (ThingsApi api = api()) {
      Files.writeString(files.certificate(), "no certificate");
      for (int i = 0; i < 3; i++) assertFalse(looks(api));
      assertEquals(200, ask(api, first.trusting()).statusCode());
      Files.delete(files.certificate());
      assertFalse(looks(api));
      assertEquals(200, ask(api, first.trusting()).statusCode());
    }
  }

  @Test
  void withoutItsFilesItDoesNotListen() throws IOException {
    Files.delete(files.key());
    CompletionException failed = assertThrows(CompletionException.class, this::api);
    assertTrue(String.valueOf(failed.getMessage()).contains("key.pem"), failed.toString());
  }
}
