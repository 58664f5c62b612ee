package ma.jisr.store.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;

/**
 * The lock by which one process at a time has a folder. The operating system drops it when the
 * process ends, however it ends; the file stays and names the last holder.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = "jisr.lock";

  /**
   * The folders this process has. Process-wide because POSIX record locks are: closing any second
   * descriptor of the lock file would drop the first one's lock, so it must never be opened twice.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      throw Folders.unusable(folder, e);
    }
    if (!HELD.add(real))
      throw new StoreException(Kind.LOCKED, folder + " is already open in this process");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(Folders.secure(real.resolve(FILE)), CREATE, READ, WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) throw inUse(folder, channel);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new FolderLock(real, channel);
    } catch (IOException | RuntimeException e) {
      closeQuietly(channel);
      HELD.remove(real);
      if (e instanceof StoreException known) throw known;
      throw Folders.unusable(folder, e);
    }
  }

  Path folder() {
    return folder;
  }

  private static StoreException inUse(Path folder, FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(20);
    channel.read(holder, 0);
    String pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII);
    return new StoreException(
        Kind.LOCKED,
        folder
            + " is in use by process "
            + pid
            + ": stop it first, or give this one a data folder of its own");
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
    try {
      if (channel != null) channel.close();
    } catch (IOException e) {
      // Closing a channel that was only read cannot lose anything.
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
    HELD.remove(folder);
  }
}
