package ma.jisr.service.challenges.offer;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The documents of offers, each by its reference, and one a challenge that numbers and counts them.
 * Callable from any thread.
 */
final class OfferStore {
  private static final String CHALLENGE = "challenge";
  private static final String PERSON = "person";
  private static final String MADE = "madeAt";
  private static final String TELLS = "tellsAt";
  private static final String ENDS = "endsAt";
  private static final int SCHEMA = 1;

  /** An offer that nobody touches is forgotten after half a year. */
  static final Duration KEEP = Duration.ofDays(180);

  /** One that is over, after a month. */
  static final Duration KEEP_OVER = Duration.ofDays(30);

  /** Calls whose number is remembered: those of one moment, should they be repeated. */
  private static final int REMEMBERED = 32;

  static final CollectionSpec OFFERS =
      new CollectionSpec(
          "challenge_offers",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(CHALLENGE, List.of(CHALLENGE), MADE),
              new IndexSpec(PERSON, List.of(PERSON), MADE),
              new IndexSpec("tells", List.of(), TELLS),
              new IndexSpec("ends", List.of(), ENDS)));

  static final CollectionSpec COUNTS =
      new CollectionSpec("challenge_counts", CollectionSpec.Area.LIVE, List.of());

  private final Store store;

  OfferStore(Store store) {
    this.store = store;
  }

  /** The number of a call's offer: the same when it asks again. */
  CompletableFuture<Long> number(String challenge, String key) {
    return Rewrite.of(
        store,
        COUNTS.name(),
        challenge,
        key,
        Priority.TURN,
        found -> {
          ObjectNode node = RecordJson.parse(found.orElse("{}"));
          ArrayNode recent = node.withArray("recent");
          for (JsonNode one : recent)
            if (one.path("key").asText().equals(key))
              return Rewrite.Change.none(one.path("number").asLong());
          long number = node.path("offers").asLong() + 1;
          recent.addObject().put("key", key).put("number", number);
          if (recent.size() > REMEMBERED) recent.remove(0);
          node.put("offers", number).put("schema", SCHEMA);
          return new Rewrite.Change<>(node.toString(), number);
        });
  }

  /** How often a challenge was offered for. */
  CompletableFuture<Long> count(String challenge) {
    return store
        .get(COUNTS.name(), challenge)
        .thenApply(
            found -> found.map(d -> RecordJson.parse(d.json()).path("offers").asLong()).orElse(0L));
  }

  CompletableFuture<Boolean> insert(Offer offer) {
    String json = json(offer, RecordJson.parse("{}"));
    return store
        .insert(
            OFFERS.name(), List.of(new Document(offer.ref(), 0, offer.key(), json)), Priority.TURN)
        .thenApply(outcomes -> outcomes.getFirst() == Outcome.INSERTED);
  }

  CompletableFuture<Optional<Offer>> get(String ref) {
    return store.get(OFFERS.name(), ref).thenApply(found -> found.map(OfferStore::read));
  }

  /**
   * Of a challenge, oldest first.
   *
   * @param after the cursor of the page before; "" to start
   */
  CompletableFuture<OfferPage> page(String challenge, String after, int most) {
    String cursor = after.isEmpty() ? null : after;
    return store
        .find(
            OFFERS.name(),
            new Query(CHALLENGE, Map.of(CHALLENGE, challenge), null, null, cursor, most))
        .thenApply(
            page ->
                new OfferPage(
                    page.documents().stream().map(OfferStore::read).toList(),
                    page.next() == null ? "" : page.next()));
  }

  /** Of somebody, oldest first. */
  CompletableFuture<List<Offer>> ofPerson(String person, int most) {
    return find(new Query(PERSON, Map.of(PERSON, person), null, null, null, most));
  }

  /** Those with something to tell. */
  CompletableFuture<List<Offer>> telling(Instant now, int most) {
    return find(new Query("tells", Map.of(), null, now.toEpochMilli() + 1, null, most));
  }

  private CompletableFuture<List<Offer>> find(Query query) {
    return store
        .find(OFFERS.name(), query)
        .thenApply(page -> page.documents().stream().map(OfferStore::read).toList());
  }

  /**
   * Changes an offer by compare-and-set.
   *
   * @param by pure; null leaves it as it is
   * @return as it is afterwards; empty when there is none
   */
  CompletableFuture<Optional<Offer>> change(
      String ref, String writeId, Priority priority, Function<Offer, @Nullable Offer> by) {
    return Rewrite.of(
        store,
        OFFERS.name(),
        ref,
        writeId,
        priority,
        found -> {
          if (found.isEmpty()) return Rewrite.Change.none(Optional.empty());
          ObjectNode node = RecordJson.parse(found.get());
          Offer before = RecordJson.read(node, Offer.class);
          Offer after = by.apply(before);
          if (after == null || after.equals(before))
            return Rewrite.Change.none(Optional.of(before));
          return new Rewrite.Change<>(json(after, node), Optional.of(after));
        });
  }

  private static String json(Offer offer, ObjectNode onto) {
    ObjectNode node = RecordJson.write(offer, onto, SCHEMA);
    node.put(MADE, offer.made().toEpochMilli());
    node.put("stage", lower(offer.state()));
    Duration keep = offer.state().open() ? KEEP : KEEP_OVER;
    node.put(ENDS, offer.touched().plus(keep).toEpochMilli());
    if (offer.tells().isEmpty()) node.remove(TELLS);
    else node.put(TELLS, offer.touched().toEpochMilli());
    return node.toString();
  }

  private static Offer read(Document document) {
    return RecordJson.read(document.json(), Offer.class);
  }

  static List<Retention> retentions() {
    return List.of(
        Retention.until(OFFERS, "ends", KEEP_OVER), Retention.until(OFFERS, "ends", KEEP));
  }
}
