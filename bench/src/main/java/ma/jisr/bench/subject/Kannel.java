package ma.jisr.bench.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kannel, as Debian packages it: bearerbox with one SMPP link and the store in files, smsbox with
 * one service that answers a fixed text to everything. The same text as the echoes', the same
 * window.
 */
final class Kannel implements Subject {
  private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
  private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");

  @Override
  public String name() {
    return "Kannel";
  }

  @Override
  public String missing() {
    return Files.isExecutable(BEARERBOX) && Files.isExecutable(SMSBOX)
        ? ""
        : "Kannel is not installed (Debian: apt-get install kannel): its column is left out";
  }

  @Override
  public boolean ussd() {
    return false;
  }

  @Override
  public Running start(int port, Path folder) throws IOException {
    Path conf = folder.resolve("kannel.conf");
    int boxes = freePort();
    Files.writeString(conf, configuration(port, boxes));
    Process bearer =
        Started.in(
            folder,
            "bearerbox.log",
            new ProcessBuilder(BEARERBOX.toString(), "-v", "4", conf.toString()));
    Waiting.forPort(boxes, bearer);
    Process sms =
        Started.in(
            folder,
            "smsbox.log",
            new ProcessBuilder(SMSBOX.toString(), "-v", "4", conf.toString()));
    return Running.of(List.of(bearer, sms));
  }

  private static String configuration(int port, int boxes) {
    return """
    group = core
    admin-port = %d
    admin-password = bench
    smsbox-port = %d
    box-allow-ip = 127.0.0.1
    log-level = 4
    store-type = file
    store-location = "./kannel.store"

    group = smsc
    smsc = smpp
    smsc-id = bench
    host = 127.0.0.1
    port = %d
    transceiver-mode = true
    smsc-username = kannel
    smsc-password = kannel
    system-type = ""
    interface-version = 34
    max-pending-submits = 100
    reconnect-delay = 1

    group = smsbox
    bearerbox-host = 127.0.0.1
    sendsms-port = %d
    log-level = 4

    group = sms-service
    keyword = default
    catch-all = true
    max-messages = 1
    text = "%s"
    """
        .formatted(freePort(), boxes, port, freePort(), EchoSubject.TEXT);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
