package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.flow.render.Renderer;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.BookKeeper;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.LedgerFollower;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * The notices of one node.
 *
 * @param book that is asked
 * @param shelf from which it is read
 * @param desk where they are written, approved and taken back
 * @param approvals the second factor of who has no phone in their hand
 * @param hazards for which words lie ready
 * @param wording how they read as SMS
 * @param rules that hold
 * @param due does what is due
 * @param ground that all of it stands on
 */
public record Notices(
    NoticeBook book,
    Shelf<Notice> shelf,
    NoticeDesk desk,
    Approvals approvals,
    Hazards hazards,
    Wording wording,
    NoticeRules rules,
    Due due,
    Ground ground) {
  /** The collections that the store is to be opened with. */
  public static final List<CollectionSpec> COLLECTIONS =
      List.of(NoticeForm.SPEC, NoticeCoding.SPEC, Tallies.SPEC, Letters.SPEC);

  /** How long what was said is kept after its end, for who asks what was said when: five years. */
  public static final Duration KEEP = Duration.ofDays(5 * 365);

  /** Does what is due: begins, holds, ends. */
  @FunctionalInterface
  public interface Due {
    /** Gives how many are open; one look at a time. */
    CompletableFuture<Integer> look();
  }

  /**
   * What notices stand on.
   *
   * @param gazetteer the present one
   * @param renderer with the words of all languages
   * @param proofs shows who has the phone of an account
   * @param outboxes told of what officials are written
   * @param alarm tells who is to know of emergencies
   * @param aloud has relays say notices
   * @param groups tells whose groups are
   * @param worker for what takes long
   */
  public record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      ChangeFeed feed,
      Mailings mailings,
      Renderer renderer,
      Proofs proofs,
      Outboxes outboxes,
      Alarm alarm,
      Aloud aloud,
      GroupAreas groups,
      NoticeRules rules,
      InstantSource clock,
      Executor worker) {}

  public static Notices on(Ground on) {
    Hazards hazards = Hazards.read();
    Wording wording = new Wording(hazards, on.renderer(), on.gazetteer());
    NoticeBook book = new NoticeBook(on.gazetteer());
    Shelf<Notice> shelf = new Shelf<>(on.store(), NoticeForm.INSTANCE, Map.of());
    Ledger<Notice> ledger =
        new Ledger<>(on.store(), shelf, on.feed(), seen -> book.put(List.of(seen)), on.clock());
    Posting posting = new Posting(book::byId, on.rules().quiet());
    Aiming aiming = new Aiming(on.gazetteer(), on.groups());
    Letters letters = new Letters(on.store(), on.outboxes(), on.clock());
    Crier crier = new Crier(on.aloud(), hazards, on.rules().quiet(), on.clock());
    Runner runner = new Runner(ledger, on.mailings(), posting, book, on.alarm(), crier, on.clock());
    Handing handing =
        new Handing(
            wording,
            aiming,
            posting,
            on.mailings(),
            new Tallies(on.store()),
            on.rules(),
            on.clock(),
            on.worker());
    CodeBook codes =
        new CodeBook(
            on.store(),
            NoticeCoding.INSTANCE,
            book::size,
            code -> book.byCode(code).map(n -> new CodeBook.Holder(n.id(), false)));
    NoticeDesk desk =
        new NoticeDesk(
            ledger, shelf, codes, handing, new Access(shelf, aiming), runner, on.clock());
    Approvals approvals =
        new Approvals(
            desk, on.proofs(), letters, wording, new Tallies(on.store()), on.rules(), on.clock());
    return new Notices(
        book, shelf, desk, approvals, hazards, wording, on.rules(), runner::look, on);
  }

  /** Reads all of them into the book; gives how many there are. One reading at a time. */
  public CompletableFuture<Integer> reload() {
    return keeper().reload();
  }

  /** Who brings what other nodes change into the book. */
  public LedgerFollower<Notice> follower() {
    return keeper().follower();
  }

  private BookKeeper<Notice> keeper() {
    return new BookKeeper<>(shelf, book, ground.worker());
  }

  /** How long they are kept, and what belongs to them. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.since(NoticeForm.SPEC, "ended", KEEP), Tallies.retention(), Letters.retention());
  }
}
