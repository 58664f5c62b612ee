package ma.jisr.app.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running process's end of the administration socket: a Unix-domain socket in the data folder,
 * for its owner only (0600). One request a connection: a line of words; the answer is "ok" or
 * "failed", then lines, then the end.
 */
public final class AdminSocket implements AutoCloseable {
  /** Its name in the data folder. */
  public static final String FILE = "admin.sock";

  /** Longest path that a Unix-domain socket takes, bytes (sun_path of unix(7), less its zero). */
  static final int MAX_PATH = 107;

  /** Longest request, characters. */
  static final int MAX_REQUEST = 4_096;

  /** Most requests at once: administration is done by hand. */
  private static final int MAX_CONNECTIONS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);

  private final ServerSocketChannel server;
  private final Path path;
  private final Map<String, Verb> verbs;
  private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);

  /** What one word does. Runs on a thread of its own and may block. */
  @FunctionalInterface
  public interface Verb {
    /**
     * The lines of the answer; an {@link IllegalArgumentException}'s message is told to whoever
     * asked.
     */
    List<String> run(List<String> words) throws Exception;
  }

  private AdminSocket(ServerSocketChannel server, Path path, Map<String, Verb> verbs) {
    this.server = server;
    this.path = path;
    this.verbs = Map.copyOf(verbs);
  }

  /**
   * @throws IOException when the folder's path is too long for a socket, or not ours to write
   */
  public static AdminSocket open(Path folder, Map<String, Verb> verbs) throws IOException {
    Path path = folder.resolve(FILE).toAbsolutePath();
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
      throw new IOException(
          "the path of the data folder is too long for its administration socket: keep it under "
              + (MAX_PATH - FILE.length())
              + " bytes");
    }
    // The store's lock has shown that no other process runs here: what lies there is a dead one's.
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    AdminSocket socket = new AdminSocket(server, path, verbs);
    Thread.ofVirtual().name("admin").start(socket::accept);
    return socket;
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        if (connections.tryAcquire()) Thread.ofVirtual().start(() -> serve(client));
        else client.close();
      } catch (IOException e) {
        if (server.isOpen()) LOG.warn("administration socket: {}", e.getMessage());
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8),
                MAX_REQUEST);
        Writer out = Channels.newWriter(client, StandardCharsets.UTF_8)) {
      out.write(answer(request(in)));
    } catch (IOException e) {
      LOG.debug("administration request broken off: {}", e.getMessage());
    } finally {
      connections.release();
    }
  }

  private static String request(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() == MAX_REQUEST) throw new IOException("request too long");
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private String answer(String request) {
    List<String> words = List.of(request.split("\\s+"));
    Verb verb = verbs.get(words.getFirst());
    if (verb == null)
      return "failed\nunknown word; known: "
          + String.join(", ", verbs.keySet().stream().sorted().toList())
          + "\n";
    try {
      return "ok\n" + lines(verb.run(words.subList(1, words.size())));
    } catch (IllegalArgumentException e) {
      return "failed\n" + e.getMessage() + "\n";
    } catch (Exception e) {
      LOG.warn("administration: {} failed", words.getFirst(), e);
      return "failed\n" + words.getFirst() + " failed: see the log of the running process\n";
    }
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("administration socket: {}", e.getMessage());
    }
  }
}
