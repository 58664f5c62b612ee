package ma.jisr.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in the data folder through which a command and the process that has the data hand each
 * other files. The command reads the file that it was named, as whoever called it; what goes over
 * the socket is the number of a copy, so that the process opens no path that somebody names.
 */
public final class Handover {
  private static final String FOLDER = "handover";
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");
  private static final FileAttribute<?> OURS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;

  /**
   * @param data the data folder, which only its owner may enter
   */
  public Handover(Path data) {
    this.folder = data.resolve(FOLDER);
  }

  /** A number that nobody has used. */
  public static String number() {
    return UUID.randomUUID().toString();
  }

  /** Leaves bytes under a number; the whole of them or nothing. */
  public void put(String number, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    Path draft = path(number + ".tmp");
    Files.createFile(draft, OURS);
    Files.write(draft, bytes, StandardOpenOption.WRITE);
    Files.move(draft, path(check(number)));
  }

  /**
   * Takes what lies under a number.
   *
   * @throws IllegalArgumentException when nothing does, or it is more than asked for
   */
  public byte[] take(String number, int mostBytes) throws IOException {
    Path file = path(check(number));
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes)
        throw new IllegalArgumentException("the file has more than " + mostBytes + " bytes");
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("nothing was handed over under this number", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The same where nothing may lie. */
  public Optional<byte[]> maybe(String number, int mostBytes) throws IOException {
    return Files.exists(path(check(number)), LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(take(number, mostBytes))
        : Optional.empty();
  }

  /** Throws away what commands that died have left. */
  public void sweep(Instant before) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList())
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(before))
          Files.deleteIfExists(file);
    }
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static String check(String number) {
    if (!NUMBER.matcher(number).matches())
      throw new IllegalArgumentException("not a number of this folder");
    return number;
  }
}
