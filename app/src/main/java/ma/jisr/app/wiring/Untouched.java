package ma.jisr.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.PersonDesk;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.erasure.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who goes through all people, slowly and without end, and has erased whoever has not been heard
 * for longer than people are kept. Works on its loop.
 */
final class Untouched {
  /** Between two pages: a million people take a day and a half, which costs nobody anything. */
  static final Duration PERIOD = Duration.ofSeconds(30);

  /** People looked at at once. */
  private static final int PAGE = 250;

  private static final Logger LOG = LoggerFactory.getLogger(Untouched.class);

  private final Loop loop;
  private final PersonDesk desk;
  private final Erasures erasures;
  private final Duration keep;
  private String after = "";
  private boolean stopped;

  Untouched(Loop loop, PersonDesk desk, Erasures erasures, Duration keep) {
    this.loop = loop;
    this.desk = desk;
    this.erasures = erasures;
    this.keep = keep;
  }

  void start() {
    Loop.Cancel unused = loop.after(PERIOD, this::look);
  }

  void stop() {
    loop.execute(() -> stopped = true);
  }

  private void look() {
    if (stopped) return;
    Instant before = loop.now().minus(keep);
    loop.when(
        desk.untouched(after, before, PAGE).thenCompose(this::erase),
        (next, failure) -> {
          if (next == null) LOG.warn("people were not looked through: {}", failure);
          else after = next;
          start();
        });
  }

  private CompletableFuture<String> erase(PersonDesk.Untouched page) {
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (String person : page.people())
      all = all.thenCompose(_ -> erasures.wish(person, Why.UNTOUCHED));
    return all.thenApply(_ -> page.next());
  }
}
