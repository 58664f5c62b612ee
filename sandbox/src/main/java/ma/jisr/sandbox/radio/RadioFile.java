package ma.jisr.sandbox.radio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * What the file of the radio says: where a running sandbox listens, and the token by which a phone
 * shows that it may read this file. Only the owner may (0600).
 *
 * @param version of the lines spoken
 * @param port on the loopback
 * @param token of this run
 */
record RadioFile(int version, int port, String token) {
  /** The version of the lines. A phone of another version is refused in words. */
  static final int VERSION = 1;

  private static final String NAME = "radio.json";
  private static final int LONGEST = 1_000;

  static RadioFile read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file) || Files.size(file) > LONGEST) {
        throw new RadioException(
            "No sandbox runs with the data folder "
                + folder
                + ": start one by ./jisr in another terminal.");
      }
      return Lines.read(Files.readString(file), RadioFile.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void write(Path folder) {
    Path file = folder.resolve(NAME);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
      try (var channel =
              Files.newByteChannel(
                  file,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  ownerOnly);
          var out = Channels.newOutputStream(channel)) {
        out.write(Lines.write(this).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Removes the file, if it is still the one of this run. */
  void remove(Path folder) {
    try {
      if (Files.exists(folder.resolve(NAME)) && read(folder).equals(this)) {
        Files.delete(folder.resolve(NAME));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public String toString() {
    return "RadioFile[version " + version + ", port " + port + "]";
  }
}
