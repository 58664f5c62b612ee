package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS: the certificate must be trusted and bear the host's name. */
class TlsTest {
  private static final String PASSWORD = "only-in-this-test";

  @TempDir static Path folder;

  @BeforeAll
  static void certificates() throws Exception {
    certificate("right", "DNS:localhost");
    certificate("wrong", "DNS:smsc.example.org");
  }

  private static void certificate(String name, String host) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    byte[] der = load(name).getCertificate(name).getEncoded();
    Files.writeString(
        pem(name),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n");
  }

  private static Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private static Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  private static KeyStore load(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static Peer server(String name) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(name), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    ServerSocket socket =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost"));
    return new Peer(socket);
  }

  @Test
  void theRightHostIsBound() throws Exception {
    try (Rig rig = new Rig(server("right"), link -> Links.tls(link, "localhost", pem("right")));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.sms("over TLS"));
      assertEquals("over TLS", rig.inbox.accepted().text());
      assertEquals(1, line.read(Peer.DELIVER | Peer.RESPONSE).sequence());
    }
  }

  @Test
  void anotherHostsCertificateIsRefusedThoughItIsTrusted() throws Exception {
    try (Rig rig = new Rig(server("wrong"), link -> Links.tls(link, "localhost", pem("wrong")));
        Peer.Line line = rig.peer.accept()) {
      assertThrows(IOException.class, line::read); // no bind request, no password
      assertFalse(rig.channel.up());
    }
  }

  @Test
  void aCertificateNobodyVouchesForIsRefused() throws Exception {
    try (Rig rig = new Rig(server("right"), link -> Links.tls(link, "localhost", pem("wrong")));
        Peer.Line line = rig.peer.accept()) {
      assertThrows(IOException.class, line::read);
      assertFalse(rig.channel.up());
    }
  }
}
