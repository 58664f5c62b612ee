package ma.jisr.gateway.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.delivery.Mark;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * What receipts say of parcels, until who sent them has read it: a row each, durable before the
 * receipt is acknowledged, so that it is told on whichever node asks and over a crash. Names no
 * number and no person. Callable from any thread.
 */
public final class ParcelReceipts implements ReceiptDesk.Keeper {
  /** Where they are kept. */
  public static final String COLLECTION = "parcel_receipts";

  private static final String BY_AGE = "at";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Store store;

  public ParcelReceipts(Store store) {
    this.store = store;
  }

  /** To be declared when the store is opened. */
  public static CollectionSpec spec() {
    return new CollectionSpec(
        COLLECTION, Area.BULK, List.of(new IndexSpec(BY_AGE, List.of(), "at")));
  }

  /** How long they are kept where nobody reads them any more: as marks are. */
  public static Retention retention() {
    return Retention.since(spec(), BY_AGE, SentMarks.KEPT);
  }

  @Override
  public boolean keeps(String entry) {
    return ParcelIds.is(entry);
  }

  @Override
  public CompletableFuture<Void> keep(Mark mark, Receipt.State state, Instant at) {
    Fate fate = fate(state);
    if (fate == Fate.UNDER_WAY) return CompletableFuture.completedFuture(null);
    String parcel = ParcelIds.parcel(mark.entry());
    String id = parcel + ':' + mark.segment() + ':' + fate;
    // By hand: thousands a second, and nothing in it needs escaping.
    String json =
        "{\"parcel\":\""
            + parcel
            + "\",\"segment\":"
            + mark.segment()
            + ",\"segments\":"
            + mark.segments()
            + ",\"fate\":\""
            + fate
            + "\",\"at\":"
            + at.toEpochMilli()
            + '}';
    return store
        .insert(COLLECTION, List.of(new Document(id, 0, "receipt", json)), Priority.TURN)
        .thenAccept(ParcelReceipts::known);
  }

  private static void known(List<Outcome> outcomes) {
    if (outcomes.getFirst() == Outcome.UNKNOWN)
      throw new StoreException(StoreException.Kind.UNREACHABLE, "a receipt may not be kept");
  }

  static Fate fate(Receipt.State state) {
    return switch (state) {
      case DELIVERED -> Fate.DELIVERED;
      case EXPIRED, DELETED, UNDELIVERABLE, REJECTED -> Fate.LOST;
      case ENROUTE, ACCEPTED, UNKNOWN -> Fate.UNDER_WAY;
    };
  }

  CompletableFuture<List<Delivery>> oldest(int most) {
    return store
        .find(COLLECTION, new Query(BY_AGE, Map.of(), null, null, null, most))
        .thenApply(ParcelReceipts::deliveries);
  }

  private static List<Delivery> deliveries(Page page) {
    List<Delivery> all = new ArrayList<>(page.documents().size());
    for (Document row : page.documents()) all.add(delivery(row));
    return all;
  }

  private static Delivery delivery(Document row) {
    try {
      var body = MAPPER.readTree(row.json());
      return new Delivery(
          row.id(),
          body.path("parcel").asText(),
          body.path("segment").asInt(1),
          body.path("segments").asInt(1),
          Fate.valueOf(body.path("fate").asText()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Of another making: it is read, and so goes.
      return new Delivery(row.id(), "", 1, 1, Fate.UNDER_WAY);
    }
  }

  CompletableFuture<Void> delete(List<Delivery> read) {
    List<CompletableFuture<?>> all = new ArrayList<>(read.size());
    for (Delivery one : read)
      all.add(store.deleteIf(COLLECTION, one.row(), 0, Priority.BACKGROUND));
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
  }
}
