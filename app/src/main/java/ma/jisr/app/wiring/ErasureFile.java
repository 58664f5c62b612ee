package ma.jisr.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ma.jisr.service.erasure.ErasureLog;

/**
 * The log of erasures as a file beside the key file, readable by its owner only: a line an erasure,
 * its second, a keyed hash of the person and those of their addresses. Outside the data folder, so
 * that a copy of the data that is brought back brings no older one. One process writes it.
 */
final class ErasureFile implements ErasureLog {
  /** Beside "jisr.keys" it is "jisr.keys.erased". */
  private static final String SUFFIX = ".erased";

  /** A whole line is written at once; longer ones are of no person with two addresses. */
  private static final int MOST_WORDS = 64;

  private final Path file;
  private final Executor worker;

  private ErasureFile(Path file, Executor worker) {
    this.file = file;
    this.worker = worker;
  }

  /**
   * The one that belongs to a key file.
   *
   * @param worker for reading and writing, which may block
   */
  static ErasureFile beside(Path keys, Executor worker) {
    return new ErasureFile(keys.resolveSibling(keys.getFileName() + SUFFIX), worker);
  }

  @Override
  public CompletableFuture<Void> add(Line line) {
    return CompletableFuture.runAsync(() -> write(line), worker);
  }

  private synchronized void write(Line line) {
    StringBuilder text = new StringBuilder();
    // A line that was cut off by a crash ends here.
    text.append('\n').append(line.at().getEpochSecond()).append(' ').append(line.person());
    for (String name : line.names()) text.append(' ').append(name);
    text.append('\n');
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the log of erasures " + file + " cannot be written", e);
    }
  }

  @Override
  public CompletableFuture<List<Line>> all() {
    return CompletableFuture.supplyAsync(this::read, worker);
  }

  private synchronized List<Line> read() {
    List<Line> lines = new ArrayList<>();
    try {
      for (String text : Files.readAllLines(file)) {
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() < 2 || words.size() > MOST_WORDS) continue;
        lines.add(
            new Line(
                Instant.ofEpochSecond(Long.parseLong(words.getFirst())),
                words.get(1),
                words.subList(2, words.size())));
      }
      return lines;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | NumberFormatException e) {
      throw new IllegalStateException("the log of erasures " + file + " cannot be read", e);
    }
  }
}
