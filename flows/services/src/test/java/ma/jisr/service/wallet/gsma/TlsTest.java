package ma.jisr.service.wallet.gsma;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.port.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers and secrets go to whom they are meant for: certificates are looked at. */
class TlsTest {
  private static final String PASSWORD = "of-a-test";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger heard = new AtomicInteger();

  @AfterEach
  void close() {
    told(vertx.close().toCompletionStage().toCompletableFuture());
  }

  /** A certificate and its key as PEM files, made by the platform's keytool. */
  private Encryption made(String name, String host) throws Exception {
    Path store = folder.resolve(name + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "test",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + host,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Path chain = pem(name + ".crt", "CERTIFICATE", keys.getCertificate("test").getEncoded());
    byte[] secret = keys.getKey("test", PASSWORD.toCharArray()).getEncoded();
    return new Encryption(chain, chain, pem(name + ".key", "PRIVATE KEY", secret));
  }

  private Path pem(String name, String what, byte[] bytes) throws Exception {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  private int provider(Encryption own, ClientAuth auth, Encryption trusted) {
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setClientAuth(auth)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .addCertPath(String.valueOf(own.certificate()))
                            .addKeyPath(String.valueOf(own.key())))
                    .setTrustOptions(
                        new PemTrustOptions().addCertPath(String.valueOf(trusted.authorities()))))
            .requestHandler(
                request -> {
                  heard.incrementAndGet();
                  request.response().setStatusCode(202).end(Provider.state("pending"));
                });
    return told(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture())
        .actualPort();
  }

  private Answer submit(int port, Encryption encryption) {
    GsmaSettings s =
        Provider.settings(
            new Credentials.Basic("jisr", Provider.SECRET),
            "https://127.0.0.1:" + port,
            Duration.ofSeconds(15));
    GsmaSettings settings =
        new GsmaSettings(
            s.id(),
            s.name(),
            s.base(),
            s.credentials(),
            null,
            null,
            s.organisation(),
            null,
            s.capabilities(),
            s.statuses(),
            null,
            encryption,
            s.answer());
    Vault vault = Vault.passing(RandomGenerator.of("L64X128MixRandom"));
    return told(
        new GsmaWallet(
                vertx,
                settings,
                new CallbackTokens(vault),
                new StepClock(Provider.NOW),
                UUID::randomUUID)
            .submit(order()));
  }

  @Test
  void onlyToWhomIsTrusted() throws Exception {
    Encryption theirs = made("theirs", "ip:127.0.0.1");
    Encryption others = made("others", "ip:127.0.0.1");
    int port = provider(theirs, ClientAuth.NONE, theirs);
    assertInstanceOf(Answer.NotSent.class, submit(port, Encryption.USUAL));
    assertInstanceOf(
        Answer.NotSent.class, submit(port, new Encryption(others.authorities(), null, null)));
    assertEquals(0, heard.get());
    assertInstanceOf(
        Answer.Accepted.class, submit(port, new Encryption(theirs.authorities(), null, null)));
  }

  @Test
  void onlyUnderItsName() throws Exception {
    Encryption theirs = made("elsewhere", "dns:api.example");
    int port = provider(theirs, ClientAuth.NONE, theirs);
    assertInstanceOf(
        Answer.NotSent.class, submit(port, new Encryption(theirs.authorities(), null, null)));
    assertEquals(0, heard.get());
  }

  @Test
  void withACertificateOfOurs() throws Exception {
    Encryption theirs = made("theirs", "ip:127.0.0.1");
    Encryption ours = made("ours", "dns:jisr.example");
    int port = provider(theirs, ClientAuth.REQUIRED, ours);
    Answer without = submit(port, new Encryption(theirs.authorities(), null, null));
    assertEquals(0, heard.get(), without::toString);
    assertInstanceOf(
        Answer.Accepted.class,
        submit(port, new Encryption(theirs.authorities(), ours.certificate(), ours.key())));
  }
}
