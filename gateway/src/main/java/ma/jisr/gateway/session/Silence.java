package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * How long a number may be silent until its next words are those of somebody new: operators give
 * numbers away again. Whoever had it is told of nowhere: the address leads to another person from
 * then on, and the old one is abandoned.
 *
 * @param days after which nobody counts on its being the same person
 * @param abandoned told the old person's id before the address is given away; repeated until it has
 *     taken note
 */
public record Silence(long days, Function<String, CompletableFuture<Void>> abandoned) {
  /** Numbers are the same people's for ever. */
  static final Silence NEVER =
      new Silence(Long.MAX_VALUE, person -> CompletableFuture.completedFuture(null));

  public Silence(Duration after, Function<String, CompletableFuture<Void>> abandoned) {
    this(after.toDays(), abandoned);
  }

  /** Whether who speaks now is somebody else. */
  boolean over(PersonDocument document, Instant now) {
    return document.heard() > 0 && PersonDocument.day(now) - document.heard() > days;
  }

  /** The person's turn ends; what came is taken in again as somebody new's. */
  void part(Lane lane, Resident person, Work.Arrived work) {
    lane.loop.when(
        abandoned.apply(person.id).thenApply(_ -> true),
        (told, failure) -> {
          if (failure == null) {
            lane.ground.counters().count("person.silent");
            lane.reception.anew(person.id, work);
          } else {
            TurnLog.failed(
                "a silent number waits", person, work, new IllegalStateException(failure));
            work.acknowledgement().busy();
          }
          lane.ended(person);
        });
  }
}
