package ma.jisr.service.notices.notice;

import java.util.concurrent.CompletableFuture;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.ledger.Versioned;

/** What notices would come to if they were handed in. Callable from any thread. */
final class Previews {
  private final Shelf<Notice> shelf;
  private final Handing handing;
  private final Access access;

  Previews(Shelf<Notice> shelf, Handing handing, Access access) {
    this.shelf = shelf;
    this.handing = handing;
    this.access = access;
  }

  /** What a notice would come to, and how it reads; changes nothing. */
  CompletableFuture<Ruling<Preview>> of(Hand hand, NoticeFacts facts) {
    return access
        .sure(hand, Deed.WRITE, facts.area())
        .thenCompose(may -> may ? referred(hand, facts) : now(Ruling.noRight()));
  }

  private CompletableFuture<Ruling<Preview>> referred(Hand hand, NoticeFacts facts) {
    Notice draft = Notice.draft("npreview", NoticeCode.of(5_000), facts, hand);
    return access
        .referred(hand, facts)
        .thenCompose(
            problem ->
                problem.isEmpty() ? previewed(hand, draft) : now(Ruling.<Preview>invalid(problem)));
  }

  /** The same of one that is there. */
  CompletableFuture<Ruling<Preview>> of(Hand hand, String id) {
    return shelf
        .get(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) return now(Ruling.<Preview>unknown());
              Notice notice = found.get().thing();
              return access
                  .sure(hand, Deed.READ, notice)
                  .thenCompose(
                      may -> may ? previewed(hand, notice) : now(Ruling.<Preview>noRight()));
            });
  }

  private CompletableFuture<Ruling<Preview>> previewed(Hand hand, Notice notice) {
    return handing
        .measure(notice, hand.actor().territory())
        .thenCompose(
            measured ->
                handing
                    .look(hand, measured)
                    .thenApply(
                        judged ->
                            new Ruling.Done<>(
                                new Versioned<>(
                                    new Preview(
                                        measured.said().texts(),
                                        measured.estimate(),
                                        handing.places(notice.facts(), hand.actor().territory()),
                                        judged.path(),
                                        judged.problem()),
                                    0))));
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }
}
