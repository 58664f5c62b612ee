package ma.jisr.bench.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Waits for a process to listen. */
final class Waiting {
  /** Tries, and milliseconds between them: ten seconds in all. */
  private static final int TRIES = 200;

  private static final long PAUSE = 50;

  private Waiting() {}

  static void forPort(int port, Process process) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        pause(process);
      }
    }
    throw new IOException("nothing listens on port " + port);
  }

  private static void pause(Process process) throws IOException {
    try {
      if (process.waitFor(PAUSE, TimeUnit.MILLISECONDS))
        throw new IOException("the process ended with " + process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
