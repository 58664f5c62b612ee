package ma.jisr.bench.mailing;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import ma.jisr.service.notices.mailing.Grade;
import ma.jisr.service.notices.mailing.Progress;

/**
 * A process that sends one extreme mailing to a crowd, or goes on with it, and ends when nothing is
 * left to be sent. Arguments: folder, people, rate.
 */
public final class MailingChild {
  static final int WINDOW = 100;
  private static final int LOOK_MILLIS = 500;

  private MailingChild() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int people = Integer.parseInt(args[1]);
    Phones phones = new Phones(folder.resolve("phones"), people);
    Flood.Shape shape = new Flood.Shape(Integer.parseInt(args[2]), WINDOW, Duration.ofMillis(2));
    CountDownLatch over = new CountDownLatch(1);
    Timer timer = new Timer(true);
    try (Node node = new Node(folder.resolve("data"), phones, people, shape)) {
      node.office.begin(Node.mailing(Instant.now(), Grade.EXTREME)).join();
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              if (!tell(node)) return;
              cancel();
              over.countDown();
            }
          },
          LOOK_MILLIS,
          LOOK_MILLIS);
      over.await();
    }
  }

  private static boolean tell(Node node) {
    Progress told = node.office.progress(Node.MAILING).join().orElseThrow();
    if (!told.stage().over()) return false;
    // What lives when all is done, against what would live if anything grew with the crowd.
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(
        told.sent() + " " + told.unknown() + " " + told.repeated() + " " + (heap >> 20));
    return true;
  }
}
