package ma.jisr.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.base.VirtualLoop;
import org.junit.jupiter.api.Test;

class NewcomersTest {
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-03-02T10:15:00Z"));
  private final Newcomers newcomers = new Newcomers(10, loop::now);

  @Test
  void soManyASecondAndLink() {
    assertEquals(10, admitted("iam", 50));
    assertEquals(10, admitted("inwi", 50));
    loop.advance(Duration.ofMillis(500));
    assertEquals(5, admitted("iam", 50));
    loop.advance(Duration.ofHours(1));
    assertEquals(10, admitted("iam", 50));
  }

  @Test
  void withoutABoundAll() {
    Newcomers open = new Newcomers(Limits.OFF, loop::now);
    for (int i = 0; i < 1000; i++) assertEquals(true, open.admit("iam"));
  }

  private int admitted(String link, int tries) {
    int admitted = 0;
    for (int i = 0; i < tries; i++) if (newcomers.admit(link)) admitted++;
    return admitted;
  }
}
