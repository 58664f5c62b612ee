package ma.jisr.bench.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that sends to a crowd is killed by SIGKILL: nobody is missed, few get it twice. */
class MailingKillTest {
  private static final int HEAP = 128;

  @TempDir Path folder;

  private void killed(int people, int rate, int kills) throws Exception {
    MailingKill.Result result = new MailingKill(folder, people, rate, HEAP).run(kills);
    assertEquals(people, result.phones().reached(), "nobody is missed");
    // A window, what goes while a slice is written down, and 20 ms of marks.
    int bound = kills * (MailingChild.WINDOW + rate / 20 + rate / 50 + 1);
    assertTrue(result.phones().repeats() <= bound, result.phones().repeats() + " of " + bound);
    assertTrue(result.told().get(2) <= bound, result.told() + " of " + bound);
    assertEquals(people, result.told().getFirst(), "sent");
  }

  @Test
  void someThousandsKilledTwice() throws Exception {
    killed(6_000, 3_000, 2);
  }

  @Tag("long")
  @Test
  void aMillionKilledTwice() throws Exception {
    killed(1_000_000, 20_000, 2);
  }
}
