package ma.jisr.service.wallet.payee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ma.jisr.base.Agents;
import ma.jisr.base.Money;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Reply;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.service.wallet.payment.Sales;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantDaysTest {
  private final PayeeWorld world = new PayeeWorld();
  private final PayeeEntry shop = world.made("Salam");
  private final Store store = new MemoryStore(List.of(MerchantDays.SPEC));
  private final Map<String, Sales> sold = new TreeMap<>();
  private int alive = Integer.MAX_VALUE;

  private MerchantDays node() {
    People people = new People();
    people.connect(
        new People.Directory() {
          @Override
          public CompletableFuture<Optional<String>> of(String digits, String link) {
            return alive-- > 0
                ? CompletableFuture.completedFuture(Optional.of("p" + digits + link))
                : CompletableFuture.failedFuture(new IllegalStateException("killed"));
          }

          @Override
          public CompletableFuture<Optional<String>> number(String person) {
            return CompletableFuture.completedFuture(Optional.empty());
          }
        });
    return new MerchantDays(
        store,
        new Outboxes(
            new Introductions(PayeeWorld.VAULT, () -> new Reply(ChannelKind.SMS, "iam", "5050")),
            Agents.NONE),
        world.book(),
        day ->
            CompletableFuture.completedFuture(
                day.equals(LocalDate.of(2026, 3, 1)) ? sold : Map.of()),
        people,
        () -> "iam",
        PayeeWorld.VAULT,
        world.now::get);
  }

  @Test
  void aShopHearsOfItsDayOnceWhicheverNodeComesFirst() {
    sold.put(shop.code(), new Sales(3, Money.ofDirhams(145)));
    sold.put("1041", new Sales(9, Money.ofDirhams(9))); // a sample: nobody's phone
    sold.put("1064", new Sales(1, Money.ofDirhams(9))); // gone from the register
    assertEquals(1, node().look().join());
    assertEquals(0, node().look().join());
    String json =
        store.get("merchant_days", shop.code() + ":2026-03-01").join().orElseThrow().json();
    JsonNode row = RecordJson.parse(json).path("outbox").path("rows").path(0);
    assertEquals("p212661000001iam", row.path("person").asText());
    assertEquals(
        Optional.of("212661000001"),
        PayeeWorld.VAULT.open(row.path("first").asText()),
        "who has never written to us is written to by this number");
    assertFalse(json.contains("212661000001\\"), "their number stands nowhere open");
    assertEquals("merchant_day", row.path("notice").path("message").asText());
    assertEquals(14500, row.path("notice").path("values").findValue("centimes").asInt());
    assertFalse(json.contains("Salam"), "a shop's name is no business of this document");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T07:59:00Z, 0",
    "2026-03-02T08:00:00Z, 1",
    "2026-03-02T19:59:00Z, 1",
    "2026-03-02T21:00:00Z, 0",
    "2026-03-03T10:00:00Z, 0"
  })
  void theDayBeforeIsToldByDay(Instant now, int told) {
    sold.put(shop.code(), new Sales(1, Money.ofDirhams(5)));
    world.now.set(now);
    assertEquals(told, node().look().join());
  }

  @Test
  void aCrashInBetweenIsMadeUpFor() {
    PayeeEntry other = world.made("Amal");
    sold.put(shop.code(), new Sales(1, Money.ofDirhams(5)));
    sold.put(other.code(), new Sales(2, Money.ofDirhams(7)));
    MerchantDays node = node();
    alive = 1;
    assertThrows(CompletionException.class, () -> node.look().join());
    alive = 9;
    assertEquals(1, node.look().join());
    assertEquals(0, node.look().join());
    world.now.set(Instant.parse("2026-03-20T10:00:00Z"));
    assertEquals(2, MerchantDays.retention().remove(store, world.now.get(), 10).join());
  }
}
