package ma.jisr.app.admin;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A command's end of the administration socket. */
public final class AdminClient {
  /** Largest answer, bytes. */
  private static final int MAX_ANSWER = 16 * 1024 * 1024;

  private AdminClient() {}

  /**
   * An answer.
   *
   * @param ok whether it was done
   * @param lines to show
   */
  public record Answer(boolean ok, List<String> lines) {}

  /** Asks the process that runs on this data folder; empty when none does. */
  public static Optional<Answer> ask(Path folder, String request) throws IOException {
    Path path = folder.resolve(AdminSocket.FILE).toAbsolutePath();
    if (!Files.exists(path)) return Optional.empty();
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
      byte[] answer = Channels.newInputStream(channel).readNBytes(MAX_ANSWER);
      List<String> lines = new String(answer, StandardCharsets.UTF_8).lines().toList();
      if (lines.isEmpty()) throw new IOException("the running process did not answer");
      return Optional.of(new Answer(lines.getFirst().equals("ok"), lines.subList(1, lines.size())));
    } catch (java.net.ConnectException e) {
      return Optional.empty(); // the socket of a process that was killed
    }
  }
}
