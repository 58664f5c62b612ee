package ma.jisr.service.wallet.benefit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.wallet.benefit.BenefitBatch.State;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * Social benefits: an agency brings a batch, another account approves it, each recipient is told
 * once where, how and until when to collect, and finds it by the phone that it is for. Nobody is
 * given a list. What is repeated is done once. Callable from any thread.
 */
public final class Benefits {
  public static final List<CollectionSpec> COLLECTIONS =
      List.of(BenefitStore.BATCHES, BenefitStore.ENTRIES);

  /** The collections with an outbox. */
  public static final List<String> OUTBOXES = List.of(BenefitStore.ENTRIES.name());

  /** Recipients of one batch: what one file holds. */
  public static final int MOST_RECIPIENTS = 50_000;

  /** Benefits of one number that are shown. */
  public static final int MOST_SHOWN = 8;

  /** Batches listed, and looked at in one turn. */
  public static final int LISTED = 200;

  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** Nobody is woken for it. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private final BenefitStore store;
  private final People people;
  private final Supplier<String> link;
  private final Supplier<Gazetteer> gazetteer;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param people who is behind a number
   * @param link by which somebody is written to of whom nothing is known
   * @param vault names and seals numbers, under this part's key
   */
  public Benefits(
      Store store,
      Outboxes outboxes,
      People people,
      Supplier<String> link,
      Supplier<Gazetteer> gazetteer,
      Vault vault,
      InstantSource clock) {
    this.store = new BenefitStore(store, outboxes);
    this.people = people;
    this.link = link;
    this.gazetteer = gazetteer;
    this.vault = vault;
    this.clock = clock;
  }

  /** The table that an agency fills in. */
  public static byte[] template() {
    return BenefitFile.template();
  }

  /**
   * Brings a batch, for another account to approve. The same again, after a crash or not, is the
   * same batch.
   *
   * @throws BadSheetException when the file cannot be read at all
   */
  public CompletableFuture<Ruling<BenefitBrought>> bring(
      Actor actor, BenefitDraft draft, byte[] csv) {
    return bring(actor, draft, () -> BenefitFile.read(csv));
  }

  /** The same of what a program tells. */
  public CompletableFuture<Ruling<BenefitBrought>> bring(
      Actor actor, BenefitDraft draft, List<BenefitRecipient> recipients) {
    return bring(actor, draft, () -> BenefitFile.of(recipients));
  }

  private CompletableFuture<Ruling<BenefitBrought>> bring(
      Actor actor, BenefitDraft draft, Supplier<BenefitFile> read) {
    if (!may(actor, BenefitDeed.IMPORT, draft)) return now(Ruling.noRight());
    if (!draft.area().isEmpty() && gazetteer.get().area(draft.area()).isEmpty())
      return now(Ruling.invalid("area: not in the gazetteer"));
    if (draft.until().isBefore(BenefitStore.day(clock.instant())))
      return now(Ruling.invalid("until: is over"));
    BenefitFile file = read.get();
    if (file.rows().isEmpty())
      return now(
          Ruling.invalid(
              file.refusals().isEmpty()
                  ? "the table has no rows"
                  : "no row can be taken; line "
                      + file.refusals().getFirst().line()
                      + ": "
                      + file.refusals().getFirst().what()));
    Instant at = clock.instant();
    BenefitBatch batch = batch(actor, draft, file, at);
    List<BenefitEntry> entries = new ArrayList<>(file.rows().size());
    for (BenefitFile.Row row : file.rows()) entries.add(entry(batch.id(), row));
    // The batch behind its entries: without it they are nobody's, and go when their days are over.
    return store
        .insert(entries, draft, at)
        .thenCompose(_ -> store.make(batch))
        .thenApply(
            made ->
                new Ruling.Done<>(new Versioned<>(new BenefitBrought(made, file.refusals()), 0)));
  }

  private BenefitBatch batch(Actor actor, BenefitDraft draft, BenefitFile file, Instant at) {
    long sum = 0;
    StringBuilder all = new StringBuilder(actor.id()).append(' ').append(text(draft));
    for (BenefitFile.Row row : file.rows()) {
      Money amount = row.amount();
      sum += amount == null ? 0 : amount.centimes();
      all.append('\n').append(row.number().digits()).append(' ').append(row.reference());
      all.append(' ').append(amount);
    }
    byte[] hash = vault.hash("batch", all.toString());
    String id = Ledger.id('b', Base64.getEncoder().encodeToString(hash));
    return new BenefitBatch(
        id, draft, file.rows().size(), new Money(sum), State.WAITING, actor.id(), "", at);
  }

  /** All that a draft says, the same in any process. */
  private static String text(BenefitDraft draft) {
    return new TreeMap<>(draft.title().byLanguage())
        + " "
        + new TreeMap<>(draft.where().byLanguage())
        + String.join(" ", "", draft.from().toString(), draft.until().toString(), draft.area());
  }

  private BenefitEntry entry(String batch, BenefitFile.Row row) {
    return new BenefitEntry(
        batch,
        who(row.number().digits()),
        vault.seal(row.number().digits()),
        row.amount(),
        row.reference(),
        BenefitEntry.UNTOLD);
  }

  private String who(String digits) {
    return vault.pseudonym("who", digits);
  }

  /** What is kept of who is named in batches. */
  public Holding holding() {
    return new BenefitHolding(this, digits -> store.forget(who(digits)));
  }

  /** In how many batches a number is named, counted no further than somebody is told. */
  CompletableFuture<Integer> named(String digits) {
    return store.of(who(digits), Instant.EPOCH, Held.MOST).thenApply(List::size);
  }

  /** Has a batch's recipients told. Refused to whoever brought it: that takes a second person. */
  public CompletableFuture<Ruling<BenefitBatch>> approve(Actor actor, String id) {
    return decide(actor, id, BenefitDeed.APPROVE, State.APPROVED);
  }

  /** Takes a batch back: nobody is told any more, and nobody finds it. By anybody who may. */
  public CompletableFuture<Ruling<BenefitBatch>> withdraw(Actor actor, String id) {
    return decide(actor, id, BenefitDeed.WITHDRAW, State.WITHDRAWN);
  }

  private CompletableFuture<Ruling<BenefitBatch>> decide(
      Actor actor, String id, BenefitDeed deed, State next) {
    return store
        .batch(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) return now(Ruling.unknown());
              BenefitBatch batch = found.get();
              if (!may(actor, deed, batch.draft())) return now(Ruling.noRight());
              boolean own = batch.author().equals(actor.id());
              if (next == State.APPROVED && own)
                return now(Ruling.invalid("another account than its author's must approve it"));
              return store
                  .change(
                      id,
                      lower(next) + ' ' + actor.id(),
                      one -> allowed(one.state(), next) ? one.with(next, actor.id()) : null)
                  .thenApply(after -> decided(after, next));
            });
  }

  private static boolean allowed(State from, State to) {
    return from == State.WAITING || (from == State.APPROVED && to == State.WITHDRAWN);
  }

  private static String lower(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Ruling<BenefitBatch> decided(Optional<BenefitBatch> after, State wanted) {
    if (after.isEmpty()) return Ruling.unknown();
    return after.get().state() == wanted
        ? new Ruling.Done<>(new Versioned<>(after.get(), 0))
        : Ruling.invalid("it is " + lower(after.get().state()));
  }

  /** How far a batch has come. */
  public CompletableFuture<Ruling<BenefitStatus>> status(Actor actor, String id) {
    return store
        .batch(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) return now(Ruling.unknown());
              BenefitBatch batch = found.get();
              if (!may(actor, BenefitDeed.STATUS, batch.draft())) return now(Ruling.noRight());
              return store
                  .count(id, BenefitEntry.READY)
                  .thenCombine(store.count(id, BenefitEntry.LAST_DAY), Long::sum)
                  .thenCombine(
                      store.count(id, BenefitEntry.UNREACHED),
                      (told, unreached) ->
                          new Ruling.Done<>(
                              new Versioned<>(
                                  new BenefitStatus(batch, many(told), many(unreached)), 0)));
            });
  }

  private static long many(long count) {
    return count < BenefitStatus.FEWEST ? 0 : count;
  }

  /** The batches of somebody's territory, oldest first. */
  public CompletableFuture<Ruling<List<BenefitBatch>>> list(Actor actor) {
    if (!BenefitRights.of(actor.role()).contains(BenefitDeed.STATUS)) return now(Ruling.noRight());
    return store
        .batches(LISTED)
        .thenApply(
            all ->
                new Ruling.Done<>(
                    new Versioned<>(
                        all.stream()
                            .filter(batch -> may(actor, BenefitDeed.STATUS, batch.draft()))
                            .toList(),
                        0)));
  }

  private boolean may(Actor actor, BenefitDeed deed, BenefitDraft draft) {
    List<String> way = draft.area().isEmpty() ? List.of() : gazetteer.get().way(draft.area());
    return BenefitRights.allow(actor, deed, way);
  }

  /**
   * What there is for the number behind a person, the first to end first; nothing else can be
   * asked.
   */
  public CompletableFuture<List<Benefit>> of(String person) {
    return people
        .number(person)
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? now(List.<BenefitEntry>of())
                    : store.of(who(digits.get()), clock.instant(), MOST_SHOWN))
        .thenCompose(this::shown);
  }

  private CompletableFuture<List<Benefit>> shown(List<BenefitEntry> entries) {
    Map<String, BenefitBatch> batches = new HashMap<>();
    CompletableFuture<?> read = CompletableFuture.completedFuture(null);
    for (BenefitEntry entry : entries)
      read =
          read.thenCompose(_ -> store.batch(entry.batch()))
              .thenAccept(found -> found.ifPresent(batch -> batches.put(batch.id(), batch)));
    return read.thenApply(
        _ -> {
          List<Benefit> all = new ArrayList<>();
          for (BenefitEntry entry : entries) {
            BenefitBatch batch = batches.get(entry.batch());
            if (batch != null && batch.state() == State.APPROVED) all.add(benefit(batch, entry));
          }
          return all;
        });
  }

  private static Benefit benefit(BenefitBatch batch, BenefitEntry entry) {
    BenefitDraft draft = batch.draft();
    return new Benefit(
        draft.title(),
        draft.where(),
        draft.from(),
        draft.until(),
        entry.amount(),
        entry.reference());
  }

  /**
   * Tells some of those who have not been told, by day only; gives how many. To be asked again at
   * once while there are as many as were allowed, else every minute or so.
   */
  public CompletableFuture<Integer> look(int most) {
    Instant at = clock.instant();
    LocalTime time = at.atZone(ZONE).toLocalTime();
    if (time.isBefore(MORNING) || time.isAfter(EVENING)) return now(0);
    LocalDate today = BenefitStore.day(at);
    return store
        .running(at, LISTED)
        .thenCompose(
            batches -> {
              CompletableFuture<Integer> all = now(0);
              for (BenefitBatch batch : batches)
                if (!batch.draft().from().isAfter(today))
                  all =
                      all.thenCompose(
                          told ->
                              told >= most
                                  ? now(told)
                                  : tell(batch, today, most - told).thenApply(n -> told + n));
              return all;
            });
  }

  private CompletableFuture<Integer> tell(BenefitBatch batch, LocalDate today, int most) {
    boolean last = today.equals(batch.draft().until());
    CompletableFuture<Integer> ready =
        tell(batch, BenefitEntry.UNTOLD, last ? BenefitEntry.LAST_DAY : BenefitEntry.READY, most);
    if (!last) return ready;
    return ready.thenCompose(
        told ->
            told >= most
                ? now(told)
                : tell(batch, BenefitEntry.READY, BenefitEntry.LAST_DAY, most - told)
                    .thenApply(more -> told + more));
  }

  private CompletableFuture<Integer> tell(BenefitBatch batch, int from, int to, int most) {
    return store
        .told(batch.id(), from, most)
        .thenCompose(
            entries -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (BenefitEntry entry : entries)
                all = all.thenCompose(_ -> tell(batch, entry, from, to));
              return all.thenApply(_ -> entries.size());
            });
  }

  private CompletableFuture<Void> tell(BenefitBatch batch, BenefitEntry entry, int from, int to) {
    Optional<String> digits = vault.open(entry.sealed());
    Instant at = clock.instant();
    return (digits.isEmpty() ? now(Optional.<String>empty()) : people.of(digits.get(), link.get()))
        .thenCompose(
            person ->
                person.isEmpty()
                    ? store.tell(entry, from, BenefitEntry.UNREACHED, null, at)
                    : store.tell(entry, from, to, telling(person.get(), digits, to, batch), at));
  }

  private static BenefitStore.Telling telling(
      String person, Optional<String> digits, int to, BenefitBatch batch) {
    return new BenefitStore.Telling(person, digits.orElseThrow(), BenefitNotices.of(to, batch));
  }

  /** How long they are kept behind their last day. */
  public static List<Retention> retentions() {
    return BenefitStore.retentions();
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
