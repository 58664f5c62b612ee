package ma.jisr.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the embedded store and of the local sockets: for its owner only (0700). */
final class DataFolder {
  private DataFolder() {}

  /** Makes it, or makes it its owner's only. */
  static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      // Made by hand, or copied: the sockets and files in it are for their owner only.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return;
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new IOException(
          "the data folder "
              + folder
              + " cannot be made: check that its parent is a folder which this user may write, or"
              + " set data",
          e);
    }
  }
}
