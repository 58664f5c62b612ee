package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import ma.jisr.gateway.tls.Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS: the certificate must be trusted and bear the host's name. */
class TlsTest {
  @TempDir static Path folder;
  private static Certificate right;
  private static Certificate wrong;

  @BeforeAll
  static void certificates() throws Exception {
    right = Certificate.made(folder, "right", "dns:localhost");
    wrong = Certificate.made(folder, "wrong", "dns:smsc.example.org");
    right.chain(pem("right"));
    wrong.chain(pem("wrong"));
  }

  private static Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  private static Peer server(Certificate certificate) throws Exception {
    ServerSocket socket =
        certificate
            .showing()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost"));
    return new Peer(socket);
  }

  @Test
  void theRightHostIsBound() throws Exception {
    try (Rig rig = new Rig(server(right), link -> Links.tls(link, "localhost", pem("right")));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.sms("over TLS"));
      assertEquals("over TLS", rig.inbox.accepted().text());
      assertEquals(1, line.read(Peer.DELIVER | Peer.RESPONSE).sequence());
    }
  }

  @Test
  void anotherHostsCertificateIsRefusedThoughItIsTrusted() throws Exception {
    try (Rig rig = new Rig(server(wrong), link -> Links.tls(link, "localhost", pem("wrong")));
        Peer.Line line = rig.peer.accept()) {
      assertThrows(IOException.class, line::read); // no bind request, no password
      assertFalse(rig.channel.up());
    }
  }

  @Test
  void aCertificateNobodyVouchesForIsRefused() throws Exception {
    try (Rig rig = new Rig(server(right), link -> Links.tls(link, "localhost", pem("wrong")));
        Peer.Line line = rig.peer.accept()) {
      assertThrows(IOException.class, line::read);
      assertFalse(rig.channel.up());
    }
  }
}
