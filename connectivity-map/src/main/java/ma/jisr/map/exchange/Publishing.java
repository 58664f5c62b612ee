package ma.jisr.map.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Function;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.CodeBook;

/**
 * The batches of one sort of things: kept where nobody sees them, shown to all and taken back, each
 * told in the feed before it is done. Blocks while the store answers.
 */
public final class Publishing {
  /**
   * How often a file is planned anew because a code was promised to a batch that nobody has seen
   * yet: with half of all codes promised, one file in a million is refused.
   */
  public static final int PLANS = 20;

  /** What the feed of changes says of a batch. */
  static final String IMPORT = "import";

  static final String UNDO = "undo";

  private final Batches batches;
  private final String collection;
  private final Told told;
  private final CodeBook codes;
  private final BiPredicate<Actor, String> may;
  private final Function<Collection<String>, CompletableFuture<?>> refresh;

  /**
   * Where it is told that batches come and go.
   *
   * @param as what these batches are in the feed
   */
  public record Told(ChangeFeed feed, Subject as) {}

  /**
   * @param collection of the documents that the batches change
   * @param codes that the things have
   * @param may whether somebody may bring in what lies in the place of an id
   * @param refresh brings the things of these ids to where this node shows them
   */
  public Publishing(
      Batches batches,
      String collection,
      Told told,
      CodeBook codes,
      BiPredicate<Actor, String> may,
      Function<Collection<String>, CompletableFuture<?>> refresh) {
    this.batches = batches;
    this.collection = collection;
    this.told = told;
    this.codes = codes;
    this.may = may;
    this.refresh = refresh;
  }

  /** Which of a plan's codes others have than its things. */
  public Set<String> codesOfOthers(Plan plan) {
    return Waiting.on(codes.others(plan.codes()));
  }

  /**
   * Keeps what a plan changes, seen by nobody; the same plan again is the same batch. The codes of
   * new things are theirs from here on.
   *
   * @return refused when another thing has got one of the codes meanwhile
   */
  public Verdict stage(Actor actor, Plan plan) {
    Set<String> others = Waiting.on(codes.takeAll(plan.codes()));
    if (!others.isEmpty())
      return new Verdict.Refused(Verdict.Why.OVERTAKEN, others.stream().sorted().toList());
    return new Verdict.Done(
        batches.stage(collection, plan.source(), actor.id(), plan.changes(), plan::likeness));
  }

  /** Shows a staged batch to all, and has it written into the documents. */
  public Verdict publish(Actor actor, String id) {
    tell(actor, IMPORT, id);
    return finished(batches.publish(id, areas -> may(actor, areas)));
  }

  /** Takes a published batch back; what was edited since stays, and is told. */
  public Verdict undo(Actor actor, String id) {
    tell(actor, UNDO, id);
    return finished(batches.undo(id, actor, areas -> may(actor, areas)));
  }

  /** Before it is done, so that nothing is done without a trace; other nodes look at it then. */
  private void tell(Actor actor, String deed, String id) {
    if (batches.batch(id).isEmpty()) return;
    Waiting.on(told.feed().append(actor, deed, told.as(), id, id));
  }

  private Verdict finished(Verdict verdict) {
    if (!(verdict instanceof Verdict.Done(Batch batch))) return verdict;
    // It is seen from here on, whether or not the documents can be written just now.
    Waiting.on(refresh.apply(batches.ids(batch.id())));
    batches.finish();
    return new Verdict.Done(batches.batch(batch.id()).orElse(batch));
  }

  private boolean may(Actor actor, List<String> areas) {
    return areas.stream().allMatch(id -> may.test(actor, id));
  }

  /** All batches of these things, newest first. */
  public List<Batch> list() {
    return batches.list(collection);
  }

  /** The ids of the things that a batch touches. */
  List<String> touched(String batch) {
    return batches.ids(batch);
  }

  CompletableFuture<?> refresh(Collection<String> ids) {
    return refresh.apply(ids);
  }

  /** Ends what a process that died had begun; throws away what is too old. */
  public void tidy() {
    batches.finish();
    int unused = batches.sweep();
  }
}
