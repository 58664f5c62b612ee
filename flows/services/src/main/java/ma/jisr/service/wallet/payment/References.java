package ma.jisr.service.wallet.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.text.Digits;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * The names by which payments are found: the reference that people know, and the correlations that
 * providers know. A document each, so that none is given twice. Callable from any thread.
 */
final class References {
  /** What a reference begins with. */
  static final String PREFIX = "JSR-";

  /** Neither 0 nor O, neither 1 nor I: they are read aloud and copied by hand. */
  static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** Those of the alphabet that are digits: five of them alone would be taken for a PIN. */
  private static final int DIGITS = 8;

  /** Characters behind the prefix, the last of them a letter: 25 million references. */
  static final int LENGTH = 5;

  /**
   * References tried until one is free: eight in a row are taken when there is no room any more.
   */
  private static final int TRIES = 8;

  private static final String KEEP = "keepUntil";

  static final String BY_KEEP = "keep";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "payment_refs",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(BY_KEEP, List.of(), KEEP)));

  private final Store store;
  private final RandomGenerator random;

  References(Store store, RandomGenerator random) {
    this.store = store;
    this.random = random;
  }

  /** A reference as people write it: "jsr 7f3k2", "7F3K2", with O for 0; empty when it is none. */
  static Optional<String> read(String text) {
    StringBuilder bare = new StringBuilder();
    String upper = Digits.western(text.length() > 40 ? "" : text).toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++)
      if (Character.isLetterOrDigit(upper.charAt(i))) bare.append(upper.charAt(i));
    if (bare.length() == LENGTH + 3 && bare.indexOf("JSR") == 0) bare.delete(0, 3);
    if (bare.length() != LENGTH) return Optional.empty();
    for (int i = 0; i < LENGTH; i++)
      if (ALPHABET.indexOf(bare.charAt(i)) < 0) return Optional.empty();
    return Optional.of(PREFIX + bare);
  }

  /** A reference that nobody else has, tied to this payment. */
  CompletableFuture<String> make(String payment, Instant keep) {
    return make(payment, keep, TRIES);
  }

  private CompletableFuture<String> make(String payment, Instant keep, int left) {
    if (left == 0)
      return CompletableFuture.failedFuture(
          new StoreException(StoreException.Kind.BUSY, "no reference is free"));
    StringBuilder reference = new StringBuilder(PREFIX);
    for (int i = 1; i < LENGTH; i++)
      reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    reference.append(ALPHABET.charAt(DIGITS + random.nextInt(ALPHABET.length() - DIGITS)));
    return tie(reference.toString(), payment, keep)
        .thenCompose(
            free ->
                free
                    ? CompletableFuture.completedFuture(reference.toString())
                    : make(payment, keep, left - 1));
  }

  /** A new correlation, tied to this payment before anybody can be told of it. */
  CompletableFuture<UUID> correlation(String payment, Instant keep) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L; // RFC 9562, 5.4: version 4
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    UUID correlation = new UUID(high, low);
    return tie(name(correlation), payment, keep).thenApply(_ -> correlation);
  }

  private CompletableFuture<Boolean> tie(String name, String payment, Instant keep) {
    ObjectNode node = PaymentJson.parse("{}");
    node.put("payment", payment).put(KEEP, keep.toEpochMilli()).put("schema", PaymentJson.SCHEMA);
    Document document = new Document(name, 0, "tie", node.toString());
    return store
        .insert(SPEC.name(), List.of(document), Priority.TURN)
        .thenApply(outcomes -> outcomes.getFirst() == Outcome.INSERTED);
  }

  /** The names of a payment that was never confirmed are free again soon. */
  CompletableFuture<Void> shorten(Payment payment, Instant until) {
    return shorten(payment.reference(), until)
        .thenCompose(_ -> shorten(name(payment.exchange().correlation()), until));
  }

  private CompletableFuture<Void> shorten(String name, Instant until) {
    return Rewrite.of(
            store,
            SPEC.name(),
            name,
            "shorten",
            Priority.BACKGROUND,
            found -> {
              if (found.isEmpty()) return Rewrite.Change.none(false);
              ObjectNode node = PaymentJson.parse(found.get()).put(KEEP, until.toEpochMilli());
              return new Rewrite.Change<>(node.toString(), true);
            })
        .thenApply(_ -> null);
  }

  /** The id of the payment of a reference. */
  CompletableFuture<Optional<String>> payment(String reference) {
    return find(reference);
  }

  /** The id of the payment that a correlation belongs to, or whose reversal it does. */
  CompletableFuture<Optional<String>> payment(UUID correlation) {
    return find(name(correlation));
  }

  private CompletableFuture<Optional<String>> find(String name) {
    return store
        .get(SPEC.name(), name)
        .thenApply(found -> found.map(d -> PaymentJson.parse(d.json()).path("payment").asText("")));
  }

  private static String name(UUID correlation) {
    return "c:" + correlation;
  }
}
