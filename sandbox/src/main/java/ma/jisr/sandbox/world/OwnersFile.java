package ma.jisr.sandbox.world;

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
 * A file of one run that its owner alone may read (0600): it says where something listens, and by
 * which secret it opens.
 */
public record OwnersFile(Path file) {

  /** Writes it anew, with its folder. */
  public void write(String text) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      try (var channel =
              Files.newByteChannel(
                  file,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  ownerOnly);
          var out = Channels.newOutputStream(channel)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Removes it, if it still says this: another run may have written its own. */
  public void remove(String text) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        Files.delete(file);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
