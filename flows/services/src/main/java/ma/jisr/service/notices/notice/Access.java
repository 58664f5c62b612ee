package ma.jisr.service.notices.notice;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.notices.area.Area;

/** Whose notices and areas are whose to touch: {@link NoticeRights} asked of real ones. */
final class Access {
  private final Shelf<Notice> shelf;
  private final Aiming aiming;

  Access(Shelf<Notice> shelf, Aiming aiming) {
    this.shelf = shelf;
    this.aiming = aiming;
  }

  Predicate<Notice> may(Hand hand, Deed deed) {
    return notice -> may(hand, deed, notice);
  }

  /**
   * Whether somebody may do this with a notice: all whom it reaches must be of their territory.
   * What is drawn reaches nobody in particular until it is handed in, and is its writers'.
   */
  boolean may(Hand hand, Deed deed, Notice notice) {
    Area area = notice.facts().area();
    if (!may(hand, deed, area)) return false;
    if (!area.drawn() || hand.actor().territory().everywhere()) return true;
    return notice.lists().isEmpty()
        ? notice.writers().contains(hand.actor().id())
        : NoticeRights.allow(hand.actor(), deed, aiming.ways(notice.lists()), false);
  }

  /** Whether somebody may do this with what is for an area. */
  boolean may(Hand hand, Deed deed, Area area) {
    return NoticeRights.allow(hand.actor(), deed, aiming.ways(area), aiming.whole(area));
  }

  /** The same of who keeps its groups now, and not as of the last reading. */
  CompletableFuture<Boolean> sure(Hand hand, Deed deed, Area area) {
    return aiming.fresh(area).thenApply(_ -> may(hand, deed, area));
  }

  /** The same of a notice. */
  CompletableFuture<Boolean> sure(Hand hand, Deed deed, Notice notice) {
    return aiming.fresh(notice.facts().area()).thenApply(_ -> may(hand, deed, notice));
  }

  /** What is wrong with where it is for or what it refers to; "" when nothing is. */
  CompletableFuture<String> referred(Hand hand, NoticeFacts facts) {
    String problem = aiming.problem(facts.area());
    if (!problem.isEmpty() || facts.references().isEmpty())
      return CompletableFuture.completedFuture(problem);
    return shelf
        .getAll(facts.references())
        .thenApply(
            found -> {
              for (String id : facts.references()) {
                Versioned<Notice> earlier = found.get(id);
                String wrong = earlier == null ? "unknown" : wrong(hand, earlier.thing());
                if (!wrong.isEmpty()) return "references: " + id + " is " + wrong;
              }
              return "";
            });
  }

  private String wrong(Hand hand, Notice earlier) {
    if (!may(hand, Deed.CHANGE, earlier)) return "of another territory";
    if (earlier.facts().kind() == Kind.CANCEL) return "a cancellation";
    if (!earlier.heard()) return "not sent: change it, or cancel it";
    Origin origin = earlier.facts().origin();
    boolean foreign = hand.way() == Way.SOURCE && (origin == null || !ours(hand, origin));
    return foreign ? "of another sender" : "";
  }

  private static boolean ours(Hand hand, Origin origin) {
    return origin.source().equals(hand.actor().id());
  }
}
