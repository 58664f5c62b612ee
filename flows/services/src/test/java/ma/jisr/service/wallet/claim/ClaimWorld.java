package ma.jisr.service.wallet.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.base.Actor;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Claims on payments that are told here, at a time that is told here. */
final class ClaimWorld implements Disputes {
  static final Actor HIND = operator("hind");
  static final Actor OMAR = operator("omar");

  /** A Monday. */
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));

  final Store store;

  /** What there is, by person and reference. */
  final Map<String, State> payments = new HashMap<>();

  final List<String> blocked = new ArrayList<>();

  /** Keys under which something was given back. */
  final Set<String> given = new HashSet<>();

  Back back = Back.BEGUN;

  /** Whether giving back fails as if its process had died. */
  boolean dies;

  final Claims claims;

  ClaimWorld() {
    this(new MemoryStore(Claims.COLLECTIONS));
  }

  ClaimWorld(Store store) {
    this.store = store;
    payments.put("amina JSR-7F3K2", State.COMPLETED);
    claims =
        new Claims(
            store,
            new Outboxes(),
            this,
            ClaimTerms.USUAL,
            PublicHolidays.FIXED,
            Vault.passing(new Random(5)),
            now::get);
  }

  private static Actor operator(String id) {
    return new Actor(id, Role.OPERATOR, Territory.EVERYWHERE);
  }

  Claim opened(String key) {
    Opened opened = claims.open(key, "amina", "JSR-7F3K2", Reason.NOT_DELIVERED).join();
    if (opened instanceof Opened.Done(Claim claim)) return claim;
    throw new AssertionError(opened);
  }

  static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  /** The messages that wait in its document, in order. */
  List<String> messages(Claim claim) {
    String json = store.get("claims", claim.number()).join().orElseThrow().json();
    List<String> all = new ArrayList<>();
    for (JsonNode row : RecordJson.parse(json).path("outbox").path("rows"))
      all.add(row.path("notice").path("message").asText());
    return all;
  }

  void passes(int days) {
    now.updateAndGet(at -> at.plusSeconds(86_400L * days));
  }

  @Override
  public CompletableFuture<Optional<Evidence>> evidence(String person, String reference) {
    return CompletableFuture.completedFuture(
        Optional.ofNullable(payments.get(person + ' ' + reference))
            .map(
                state ->
                    new Evidence(
                        reference,
                        Kind.MERCHANT,
                        state,
                        LocalText.same("Baraka"),
                        Money.ofDirhams(45),
                        null,
                        "Wallet A",
                        "88213",
                        now.get(),
                        now.get(),
                        "head")));
  }

  @Override
  public CompletableFuture<Void> block(String person) {
    blocked.add(person);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Back> giveBack(String key, String reference, String claim, String by) {
    given.add(key + ' ' + reference + ' ' + by);
    return dies
        ? CompletableFuture.failedFuture(new IllegalStateException("killed"))
        : CompletableFuture.completedFuture(back);
  }
}
