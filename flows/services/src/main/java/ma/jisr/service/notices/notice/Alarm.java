package ma.jisr.service.notices.notice;

import java.util.concurrent.CompletableFuture;

/** Who is told when an emergency goes out that nobody else has seen. */
@FunctionalInterface
public interface Alarm {
  /** Nobody is: for a world without officials. */
  Alarm NONE = notice -> CompletableFuture.allOf();

  /** Tells them; once, however often it is asked. Completes when that is durable; any thread. */
  CompletableFuture<Void> raise(Notice notice);
}
