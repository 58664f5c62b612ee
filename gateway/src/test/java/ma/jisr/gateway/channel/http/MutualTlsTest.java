package ma.jisr.gateway.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import ma.jisr.gateway.tls.Certificate;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Providers that show who they are by a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutualTlsTest {
  private final Vertx vertx = Vertx.vertx();
  private Path folder;
  private Certificate server;
  private Certificate provider;
  private Certificate stranger;
  private Doorway doorway;

  /** A door that takes whatever is proven. */
  private record Open(String link, Verifier verifier) implements Door {
    @Override
    public void knocked(Knock knock, Answer answer) {
      answer.give(Reply.TAKEN);
    }
  }

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    server = Certificate.made(folder, "server", "ip:127.0.0.1");
    provider = Certificate.made(folder, "provider", "dns:ussd.example");
    stranger = Certificate.made(folder, "stranger", "dns:ussd.example");
    Listener.Tls files = new Listener.Tls(folder.resolve("c.pem"), folder.resolve("k.pem"));
    server.chain(files.certificate());
    server.key(files.key());
    doorway =
        start(
            Optional.of(files),
            door("named", "provider"),
            door("dns", "ussd.example"),
            door("other", "somebody"),
            new Open("theirs", verifier(stranger, "ussd.example", "")),
            new Open("free", new Verifier.Networks(address -> true)));
  }

  private Open door(String link, String subject) throws Exception {
    return new Open(link, verifier(provider, subject, ""));
  }

  private static Verifier verifier(Certificate by, String subject, String header) throws Exception {
    Authorities authorities = new Authorities(List.of(by.own()));
    return new Verifier.All(List.of(new Verifier.Certificate(authorities, subject, header)));
  }

  private Doorway start(Optional<Listener.Tls> tls, Door... doors) {
    Listener listener = new Listener("127.0.0.1", 0, tls);
    return done(Doorway.start(vertx, listener, Proxies.NONE, List.of(doors), (what, tags) -> {}));
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @AfterAll
  void close() {
    done(doorway.close());
    done(vertx.close());
  }

  private int asked(SSLContext as, String link) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(as).build()) {
      URI url = URI.create("https://127.0.0.1:" + doorway.port() + "/links/" + link);
      return client
          .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void whoeverItsOwnerIsNamedAs() throws Exception {
    SSLContext owner = provider.showing(server);
    assertEquals(200, asked(owner, "named"));
    assertEquals(200, asked(owner, "dns"));
    assertEquals(401, asked(owner, "other"));
    assertEquals(200, asked(owner, "free"));
  }

  @Test
  void whoShowsNoneIsServedWhereNoneIsAskedFor() throws Exception {
    SSLContext nobody = server.trusting();
    assertEquals(401, asked(nobody, "named"));
    assertEquals(200, asked(nobody, "free"));
  }

  /** Each link has authorities of its own, though the listener knows those of all. */
  @Test
  void anotherThatIsNamedTheSame() throws Exception {
    assertEquals(401, asked(stranger.showing(server), "dns"));
    assertEquals(200, asked(stranger.showing(server), "theirs"));
    assertEquals(401, asked(provider.showing(server), "theirs"));
  }

  @Test
  void aProxyThatIsTrustedMayTellIt() throws Exception {
    Verifier verifier = verifier(provider, "provider", "Client-Cert");
    String der = Base64.getEncoder().encodeToString(provider.own().getEncoded());
    Path file = folder.resolve("p.pem");
    provider.chain(file);
    String pem = URLEncoder.encode(Files.readString(file), StandardCharsets.US_ASCII);
    assertTrue(verifier.proves(told(":" + der + ":", true)));
    assertTrue(verifier.proves(told(pem, true)));
    assertFalse(verifier.proves(told(":" + der + ":", false)), "anybody can write a header");
    String others = Base64.getEncoder().encodeToString(stranger.own().getEncoded());
    for (String wrong : List.of(":" + others + ":", "", ":AAAA:", "%%%", "x".repeat(13_000)))
      assertFalse(verifier.proves(told(wrong, true)), wrong);
  }

  private static Knock told(String header, boolean byProxy) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("client-cert", header);
    return new Knock(
        "POST",
        "",
        "",
        Fields.NONE,
        Fields.NONE,
        headers,
        new byte[0],
        "127.0.0.1",
        new Knock.Shown(List.of(), byProxy));
  }

  @Test
  void withoutTlsNothingIsAskedThatNobodyCouldShow() throws Exception {
    Door needs = door("named", "provider");
    CompletionException failed =
        assertThrows(CompletionException.class, () -> start(Optional.empty(), needs));
    assertTrue(String.valueOf(failed.getMessage()).contains("named"), failed.toString());
    Door proxied = new Open("named", verifier(provider, "provider", "Client-Cert"));
    done(start(Optional.empty(), proxied).close());
  }
}
