package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.WalletPort;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * Some people with wallets, a merchant and a supplier, two providers, a store, a clock that moves
 * when told, and what people were told: the world of a test.
 */
final class Town {
  /** Ten in the morning in Morocco. */
  static final Instant TEN = Instant.parse("2026-05-05T09:00:00Z");

  static final String AMAL = "amal";
  static final String BRAHIM = "brahim";
  static final String BRAHIMS = "212661000002";
  static final String HANOUT = "1042";
  static final String SUGAR = "2013";

  final VirtualLoop loop;
  final Store store;
  final ScriptedWallet wallet;
  final ScriptedWallet other;
  final Map<String, String> numbers = new HashMap<>();
  final Map<String, Payees.Listed> payees = new HashMap<>();

  /** What was told, as {@code person message reference}. */
  final List<String> told = new ArrayList<>();

  final Vault vault = new Vault(new byte[32], new Random(7));
  final People people = new People();
  SimRisk.Risk risk = SimRisk.Risk.NOT_ASKED;
  CapBook caps = CapBook.defaults();
  NumberTable table = NumberTable.EMPTY;
  List<WalletPort> ports;
  Payments payments;
  private final Outboxes outboxes = new Outboxes();
  private final Relay relay;
  private int keys;

  /** Nothing that is to be told gets through. */
  boolean deaf;

  Town() {
    this(new MemoryStore(PaymentCollections.specs()), TEN);
  }

  Town(Store store, Instant start) {
    this.store = store;
    this.loop = new VirtualLoop(start);
    this.wallet = new ScriptedWallet("a", loop);
    this.other = new ScriptedWallet("b", loop);
    this.ports = List.of(wallet, other);
    numbers.put(AMAL, "212661000001");
    numbers.put(BRAHIM, BRAHIMS);
    numbers.put("owner", "212661000009");
    wallet.names.put("212661000001", "Amal T***");
    wallet.names.put(BRAHIMS, "Brahim B***");
    payees.put(
        HANOUT,
        new Payees.Listed(
            Kind.MERCHANT,
            LocalText.same("Hanout (ex.)"),
            Account.organisation("merchant-baraka"),
            "212661000009"));
    payees.put(
        SUGAR,
        new Payees.Listed(
            Kind.SUPPLIER,
            LocalText.same("Sucre (ex.)"),
            Account.organisation("supplier-sucre"),
            "212661000009"));
    people.connect(new Directory());
    this.payments = on(store, loop::now, "node");
    wallet.callback = c -> now(payments.heard("a", c, "content " + keys++));
    relay = new Relay(loop, store, this::told, Town::raised, PaymentCollections.outboxes());
    outboxes.connect(relay);
    relay.start();
  }

  /** Nothing is told any more: a year passes in a moment when nobody looks every few seconds. */
  void sleep() {
    relay.stop();
  }

  private final class Directory implements People.Directory {
    @Override
    public CompletableFuture<Optional<String>> of(String digits, String link) {
      for (Map.Entry<String, String> each : numbers.entrySet())
        if (each.getValue().equals(digits))
          return CompletableFuture.completedFuture(Optional.of(each.getKey()));
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<String>> number(String person) {
      return CompletableFuture.completedFuture(Optional.ofNullable(numbers.get(person)));
    }
  }

  /** Another node, on this store or on one before it that fails. */
  Payments on(Store by, InstantSource clock, String node) {
    return new Payments(
        new Payments.Ground(
            by,
            new Wallets(ports, table, by, vault, clock),
            code -> Optional.ofNullable(payees.get(code)),
            people,
            caps,
            _ -> CompletableFuture.completedFuture(risk),
            vault,
            outboxes,
            clock,
            new Random(node.hashCode()),
            node));
  }

  /** The same again, with what has been set since. */
  void restart() {
    payments = on(store, loop::now, "again" + keys);
  }

  static <T> T now(CompletableFuture<T> future) {
    if (!future.isDone()) throw new IllegalStateException("it is not done at once");
    return future.join();
  }

  /** Lets time pass, and does each second what is due. */
  void pass(Duration time) {
    Instant end = loop.now().plus(time);
    while (loop.now().isBefore(end)) {
      loop.advance(Duration.ofSeconds(1));
      now(payments.look(loop.now(), 100));
    }
    loop.run();
  }

  String key() {
    return "k" + keys++;
  }

  static Intent transfer(String person, long dirhams) {
    return new Intent(
        person, "ussd", "sim", Kind.TRANSFER, "", BRAHIMS, "", Money.ofDirhams(dirhams));
  }

  static Intent to(String code, Kind kind, String person, long dirhams, String about) {
    return new Intent(person, "ussd", "sim", kind, code, null, about, Money.ofDirhams(dirhams));
  }

  /** What Amal is read of so many dirhams to Brahim. */
  Quote quote(long dirhams) {
    return quote(transfer(AMAL, dirhams));
  }

  Quote quote(Intent intent) {
    Prepared prepared = now(payments.prepare(key(), intent));
    if (prepared instanceof Prepared.Ready(Quote quote)) return quote;
    throw new IllegalStateException(prepared.toString());
  }

  static Shown shown(String channel) {
    return new Shown(channel, Language.FR, "hash");
  }

  Begun pay(String reference) {
    return pay(key(), reference);
  }

  Begun pay(String key, String reference) {
    return now(payments.pay(key, AMAL, reference, shown("ussd"), Duration.ofSeconds(3)));
  }

  /** Amal has said yes to so many dirhams, and her provider has been asked. */
  String sent(long dirhams) {
    String reference = paying(dirhams);
    pass(Duration.ofSeconds(4));
    return reference;
  }

  /** The same, and the provider's first answer was this. */
  String sent(ScriptedWallet.Reply reply) {
    wallet.submits.add(reply);
    return sent(150);
  }

  /** The provider calls back. */
  void callBack(String reference, String content) {
    now(payments.heard("a", stored(reference).exchange().correlation(), content));
  }

  /** The reference of so many dirhams that Amal has said yes to. */
  String paying(long dirhams) {
    return paying(transfer(AMAL, dirhams));
  }

  String paying(Intent intent) {
    String reference = quote(intent).reference();
    Shown shown = shown(intent.channel());
    Begun begun =
        now(payments.pay(key(), intent.person(), reference, shown, Duration.ofSeconds(3)));
    if (begun instanceof Begun.Asked) return reference;
    throw new IllegalStateException(begun.toString());
  }

  PaymentStore payments() {
    return new PaymentStore(store, outboxes, "test" + keys++);
  }

  Payment stored(String reference) {
    Optional<String> id = now(new References(store, new Random(1)).payment(reference));
    return now(payments().get(id.orElseThrow())).orElseThrow();
  }

  State state(String reference) {
    return stored(reference).state();
  }

  ScriptedWallet.Taken taken(String reference) {
    return Objects.requireNonNull(wallet.taken.get(stored(reference).exchange().correlation()));
  }

  void approve(String reference) {
    wallet.approve(stored(reference).exchange().correlation());
  }

  private static CompletableFuture<Void> raised(String person, Event event, String key) {
    throw new IllegalStateException("payments tell, and raise nothing");
  }

  private CompletableFuture<Void> told(String person, Notice notice, String key) {
    if (deaf) return CompletableFuture.failedFuture(new IllegalStateException("deaf"));
    @Nullable Value reference = notice.values().get("reference");
    String of = reference instanceof Value.Text(String text) ? text : "?";
    told.add(person + ' ' + notice.message() + ' ' + of);
    return CompletableFuture.completedFuture(null);
  }

  /**
   * How it has ended: so many dirhams have left, the payment is in that state, its people were told
   * that, and nothing was changed that must not be.
   */
  void ended(String reference, State state, long dirhams, String... news) {
    assertEquals(state, state(reference));
    assertEquals(dirhams * 100, wallet.paid(), "what the provider has paid");
    assertEquals(List.of(news), news());
    pass(Duration.ofSeconds(20));
    now(payments.copy(loop.now(), 100));
    Verified verified = now(payments.verify());
    assertEquals(List.of(), verified.flaws());
    long copied = stored(reference).journal().copied();
    assertEquals(stored(reference).journal().entries().size(), copied, "all lines copied out");
    assertEquals(List.of(), news(), "told once");
  }

  /** What a payment's people were told since the last look, without its reference. */
  List<String> news() {
    loop.run();
    List<String> news =
        told.stream().map(line -> line.substring(0, line.lastIndexOf(' '))).toList();
    told.clear();
    return news;
  }
}
