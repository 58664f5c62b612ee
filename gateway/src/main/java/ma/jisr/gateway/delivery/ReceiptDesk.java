package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * Where receipts meet the marks of their messages: in batches, under every reading of the id, in
 * every segment. What is found becomes a change of state, stored once and told to the message log;
 * what is not is kept in {@link Unmatched} and looked for again. A receipt is acknowledged when
 * either is durable. Decisions 0122, 0137.
 */
public final class ReceiptDesk {
  /** The daily collection of the changes of state: which receipts have been recorded. */
  public static final String COLLECTION = "receipts";

  /** How long receipts wait for company. */
  static final Duration GATHER = Duration.ofMillis(20);

  /** Receipts of one look-up: with four readings each, within a page of the store. */
  static final int BATCH = 100;

  /** Segments that are looked for: what a link sends at most. */
  static final int MOST_SEGMENTS = 10;

  private final Loop loop;
  private final Store store;
  private final SentMarks marks;
  private final Owners owners;
  private final Story story;
  private final Counters counters;
  private final Unmatched unmatched;
  private Keeper keeper = Keeper.NONE;
  private final Map<String, Receipt.Form> usual = new HashMap<>();
  private List<Open> gathered = new ArrayList<>();

  /** A receipt that waits for its match, and who is to hear of it. */
  record Open(Claim claim, Acknowledgement acknowledgement) {}

  /** Where it is told what became of a message. On the desk's loop. */
  @FunctionalInterface
  public interface Story {
    /**
     * @param person the receiver's id
     * @param entry the outbox entry's id
     * @param state a few words, without a text or a number of a person's
     * @param lost whether it has reached nobody and never will
     */
    void changed(String person, String entry, String state, boolean lost, Instant at);
  }

  /** Who has receipts of their own messages kept, durably, before they are acknowledged. */
  public interface Keeper {
    /** Keeps none. */
    Keeper NONE =
        new Keeper() {
          @Override
          public boolean keeps(String entry) {
            return false;
          }

          @Override
          public CompletableFuture<Void> keep(Mark mark, Receipt.State state, Instant at) {
            return CompletableFuture.completedFuture(null);
          }
        };

    /** Whether the message is one of theirs. */
    boolean keeps(String entry);

    /** Complete when it is durable; a failure leaves the receipt unacknowledged. */
    CompletableFuture<Void> keep(Mark mark, Receipt.State state, Instant at);
  }

  public ReceiptDesk(
      Loop loop, Store store, SentMarks marks, Owners owners, Story story, Counters counters) {
    this.loop = loop;
    this.store = store;
    this.marks = marks;
    this.owners = owners;
    this.story = story;
    this.counters = counters;
    this.unmatched = new Unmatched(loop, store, counters, this::again);
  }

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(changes(), Unmatched.spec());
  }

  /** How long they are kept: as long as the marks that they belong to. */
  public static List<Retention> retentions() {
    return List.of(Retention.days(changes(), SentMarks.KEPT), Unmatched.retention());
  }

  private static CollectionSpec changes() {
    return CollectionSpec.daily(COLLECTION, Area.BULK);
  }

  /** Asks this one from now on. Call before {@link #start}. */
  public void keeping(Keeper other) {
    keeper = other;
  }

  /** What a receipt says that names this receiver, and no message known, since an instant. */
  public CompletableFuture<Optional<Receipt.State>> unmatched(String alias, Instant since) {
    return unmatched.of(alias, since);
  }

  /** Takes up what is still unmatched. On the loop. */
  public void start() {
    unmatched.start();
  }

  /**
   * Takes a receipt. Callable from any thread.
   *
   * @param alias the keyed hash of the receiver's address; "" when the receipt names none
   */
  public void take(Receipt receipt, String alias, Acknowledgement acknowledgement) {
    loop.execute(() -> gather(new Open(Claim.of(receipt, alias), acknowledgement)));
  }

  private void gather(Open open) {
    gathered.add(open);
    if (gathered.size() == 1) loop.after(GATHER, this::flush);
    else if (gathered.size() == BATCH) flush();
  }

  private void flush() {
    List<Open> batch = gathered;
    gathered = new ArrayList<>();
    if (!batch.isEmpty()) look(batch, 1, this::unknown);
  }

  /** Looks a batch up by one segment after the other; most messages have one. */
  private void look(List<Open> batch, int segment, Consumer<Open> missing) {
    List<String> ids = new ArrayList<>();
    for (Open open : batch) ids.addAll(open.claim().marks(segment));
    marks.find(
        ids.stream().distinct().toList(),
        (found, failure) -> {
          if (failure != null) {
            for (Open open : batch) open.acknowledgement().busy();
            return;
          }
          List<Open> left = new ArrayList<>();
          for (Open open : batch) if (!meet(open, segment, found)) left.add(open);
          if (left.isEmpty()) return;
          if (segment < MOST_SEGMENTS) look(left, segment + 1, missing);
          else left.forEach(missing);
        });
  }

  private boolean meet(Open open, int segment, Map<String, Mark> found) {
    Claim claim = open.claim();
    List<Mark> candidates = new ArrayList<>();
    List<Receipt.Form> forms = new ArrayList<>();
    for (Receipt.Name name : claim.names()) {
      Mark mark = found.get(Mark.id(claim.group(), name.id(), segment));
      if (mark == null) continue;
      candidates.add(mark);
      forms.add(name.form());
    }
    if (candidates.isEmpty()) return false;
    int sure = forms.indexOf(Receipt.Form.TOLD);
    if (sure < 0) sure = forms.indexOf(usual.get(claim.group()));
    if (candidates.size() == 1) record(open, candidates.getFirst());
    else if (sure >= 0) record(open, candidates.get(sure));
    else ask(open, candidates, forms);
    return true;
  }

  /** Two messages may be meant: it is the one that went to the person whom the receipt names. */
  private void ask(Open open, List<Mark> candidates, List<Receipt.Form> forms) {
    if (open.claim().alias().isEmpty()) {
      record(open, candidates.getFirst());
      return;
    }
    loop.when(
        owners.of(open.claim().alias()),
        (person, failure) -> {
          String id = person == null ? "" : person.orElse("");
          record(open, choose(open, candidates, forms, id));
        });
  }

  private Mark choose(Open open, List<Mark> candidates, List<Receipt.Form> forms, String id) {
    int theirs = -1;
    int many = 0;
    for (int i = 0; i < candidates.size(); i++)
      if (candidates.get(i).person().equals(id)) {
        many++;
        theirs = theirs < 0 ? i : theirs;
      }
    // Only one of them: that is how this SMSC writes ids.
    if (many == 1) usual.put(open.claim().group(), forms.get(theirs));
    return candidates.get(Math.max(theirs, 0));
  }

  private void record(Open open, Mark mark) {
    if (!keeper.keeps(mark.entry())) {
      write(open, mark);
      return;
    }
    loop.when(
        keeper.keep(mark, open.claim().state(), open.claim().at()),
        (kept, failure) -> {
          if (failure == null) write(open, mark);
          else open.acknowledgement().busy();
        });
  }

  private void write(Open open, Mark mark) {
    Claim claim = open.claim();
    String day = DayPart.at(COLLECTION, loop.now()).name();
    loop.when(
        store.insert(day, List.of(claim.change(mark)), Priority.TURN),
        (outcomes, failure) -> {
          Outcome outcome = outcomes == null ? Outcome.UNKNOWN : outcomes.getFirst();
          if (outcome == Outcome.UNKNOWN) {
            open.acknowledgement().busy();
            return;
          }
          boolean fresh = outcome == Outcome.INSERTED;
          if (fresh)
            story.changed(mark.person(), mark.entry(), claim.told(mark), claim.lost(), claim.at());
          counters.count(
              fresh ? "receipt.matched" : "receipt.repeated",
              Map.of("link", claim.link(), "state", claim.state().name()));
          open.acknowledgement().accepted();
        });
  }

  private void unknown(Open open) {
    unmatched.keep(open.claim(), open.acknowledgement());
  }

  /** Looks again for the message of a kept receipt; {@code done} deletes it, {@code not} waits. */
  private void again(Claim claim, Runnable done, Runnable not) {
    Acknowledgement end =
        new Acknowledgement() {
          @Override
          public void accepted() {
            done.run();
          }

          @Override
          public void busy() {
            not.run();
          }
        };
    look(List.of(new Open(claim, end)), 1, open -> not.run());
  }

  /** When a receipt is looked for the next time: 10 s after it came, then twice as long, to 1 h. */
  static Instant next(Instant came, Instant now) {
    Duration waited = Duration.between(came, now);
    if (waited.compareTo(Unmatched.FIRST) < 0) return now.plus(Unmatched.FIRST);
    return now.plus(waited.compareTo(Unmatched.LONGEST) > 0 ? Unmatched.LONGEST : waited);
  }
}
