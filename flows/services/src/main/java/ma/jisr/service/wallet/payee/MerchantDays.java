package ma.jisr.service.wallet.payee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Vault;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.service.wallet.payment.Sales;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What merchants and suppliers are told each morning of the day before: how many payments, and
 * their sum. A document a payee and day, inserted with what it tells, so that it is told once
 * whichever node comes first and whenever one dies. Who was paid nothing is told nothing. Callable
 * from any thread.
 */
public final class MerchantDays {
  /**
   * The flow that has the message, and its name: values {@code day}, {@code count}, {@code sum}.
   */
  static final String FLOW = "wallet.told";

  static final String MESSAGE = "merchant_day";

  private static final String AT = "tellsAt";

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "merchant_days",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("tells", List.of(), AT), Outbox.INDEX));

  private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** Before that nobody is told. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** After that it is too late for the day before. */
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  /** How long it is known who was told of which day. */
  private static final Duration KEEP = Duration.ofDays(14);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

  private final Store store;
  private final Outboxes outboxes;
  private final PayeeBook book;
  private final SalesOf sales;
  private final People people;
  private final Supplier<String> link;
  private final Vault vault;
  private final InstantSource clock;

  /** The last day that this node has told of entirely. */
  private volatile @Nullable LocalDate told;

  /**
   * @param link by which somebody is written to of whom nothing is known
   * @param vault that sealed the numbers of who is told
   */
  public MerchantDays(
      Store store,
      Outboxes outboxes,
      PayeeBook book,
      SalesOf sales,
      People people,
      Supplier<String> link,
      Vault vault,
      InstantSource clock) {
    this.store = store;
    this.outboxes = outboxes;
    this.book = book;
    this.sales = sales;
    this.people = people;
    this.link = link;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Tells of yesterday, once it is morning; gives how many were told now. To be asked every few
   * minutes.
   */
  public CompletableFuture<Integer> look() {
    Instant now = clock.instant();
    LocalTime time = now.atZone(ZONE).toLocalTime();
    LocalDate day = now.atZone(ZONE).toLocalDate().minusDays(1);
    if (time.isBefore(MORNING) || time.isAfter(EVENING) || day.equals(told))
      return CompletableFuture.completedFuture(0);
    return sales
        .day(day)
        .thenCompose(
            all -> {
              CompletableFuture<Integer> sofar = CompletableFuture.completedFuture(0);
              for (Map.Entry<String, Sales> one : all.entrySet())
                sofar =
                    sofar.thenCompose(
                        n ->
                            tell(one.getKey(), one.getValue(), day, now)
                                .thenApply(did -> did ? n + 1 : n));
              return sofar;
            })
        .thenApply(
            n -> {
              told = day;
              return n;
            });
  }

  private CompletableFuture<Boolean> tell(String code, Sales sold, LocalDate day, Instant now) {
    Optional<String> digits =
        book.byCode(code)
            .flatMap(payee -> Optional.ofNullable(payee.phone()))
            .flatMap(phone -> phone.digits(vault));
    if (digits.isEmpty()) return CompletableFuture.completedFuture(false);
    String id = code + ':' + day;
    return store
        .get(SPEC.name(), id)
        .thenCompose(
            there ->
                there.isPresent()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : people.of(digits.get(), link.get()))
        .thenCompose(
            person ->
                person.isEmpty()
                    ? CompletableFuture.completedFuture(false)
                    : insert(id, person.get(), digits.get(), sold, day, now));
  }

  private CompletableFuture<Boolean> insert(
      String id, String person, String digits, Sales sold, LocalDate day, Instant now) {
    Map<String, Value> values =
        Map.of(
            "day", new Value.Text(DAY.format(day)),
            "count", new Value.Whole(sold.count()),
            "sum", new Value.Amount(sold.sum().centimes()));
    Instant end = day.plusDays(2).atStartOfDay(ZONE).toInstant();
    Notice notice = new Notice(FLOW, MESSAGE, values, Urgency.REPLY, end);
    ObjectNode node = RecordJson.parse("{}").put("schema", 1).put(AT, now.toEpochMilli());
    OutboxJson.put(node, outboxes.introduce(Outbox.EMPTY, person, digits, notice), now);
    return store
        .insert(
            SPEC.name(), List.of(new Document(id, 0, "day", node.toString())), Priority.BACKGROUND)
        .thenApply(
            outcomes -> {
              boolean first = outcomes.getFirst() == Outcome.INSERTED;
              if (first) outboxes.wrote(SPEC.name(), id);
              return first;
            });
  }

  /** How long it is known who was told of which day. */
  public static Retention retention() {
    return Retention.since(SPEC, "tells", KEEP);
  }
}
