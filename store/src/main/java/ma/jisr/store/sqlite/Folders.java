package ma.jisr.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;

/** The data folder and its files, readable by their owner only (0700 and 0600). */
final class Folders {
  private Folders() {}

  /** Makes the folder, or tightens the one that is there. */
  static void make(Path folder) {
    if (folder.toString().indexOf('?') >= 0)
      throw new StoreException(Kind.INVALID, "a data folder's name may not contain '?'");
    try {
      Files.createDirectories(folder);
      permit(folder, "rwx------");
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** An empty or existing file of 0600; SQLite gives its log and index files the same. */
  static Path secure(Path file) throws IOException {
    if (!Files.exists(file)) Files.createFile(file);
    permit(file, "rw-------");
    return file;
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix"))
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  static StoreException unusable(Path folder, Exception cause) {
    return new StoreException(
        Kind.INVALID, folder + " cannot be used as data folder: is it a writable folder?", cause);
  }
}
