package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import ma.jisr.base.Loop;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/**
 * A morning at a market by a seed: people pay, say yes twice, withdraw; their provider is behind a
 * bad line; two nodes with clocks of their own serve them, on stores that fail, and die; callbacks
 * come early, late, often or never. Time is virtual: the same seed is the same morning.
 */
final class Bazaar {
  private static final List<String> PAYERS = List.of("amal", "owner", "zineb");
  private static final int INTENTS = 20;

  /** Somebody's payment from their first word on. */
  private static final class Errand {
    final String key;
    final Intent intent;
    String reference = "";

    Errand(String key, Intent intent) {
      this.key = key;
      this.intent = intent;
    }
  }

  /** A node, until it dies. */
  private record Node(Payments payments, Weather weather, int skew) {}

  /** Payments as they became durable, in the order of their ids. */
  private final Map<String, Payment> payments = new ConcurrentSkipListMap<>();

  private final Town town =
      new Town(new MemoryStore(PaymentCollections.specs(), this::applied), Town.TEN);
  private final SplittableRandom random;
  private final FarWallet far;
  private final Node[] nodes = new Node[2];
  private final List<Errand> errands = new ArrayList<>();
  private int names;
  private boolean fair;

  Bazaar(long seed) {
    random = new SplittableRandom(seed);
    far = new FarWallet(town.wallet, random.split(), town.loop);
    town.ports = List.of(far);
    town.numbers.put("zineb", "212661000003");
    for (String payer : PAYERS) town.wallet.names.put(town.numbers.get(payer), payer);
    town.wallet.callback = this::callBack;
    town.restart();
    for (int i = 0; i < nodes.length; i++) nodes[i] = node();
  }

  private Node node() {
    Weather weather = new Weather(random.split(), town.loop);
    if (fair) weather.clear();
    int skew = fair ? 0 : random.nextInt(-2, 3);
    Store store = new FaultyStore(town.store, weather);
    Payments payments = town.on(store, () -> town.loop.now().plusSeconds(skew), "node" + names++);
    return new Node(payments, weather, skew);
  }

  private Payments any() {
    return nodes[random.nextInt(nodes.length)].payments();
  }

  private void in(int millis, Runnable what) {
    Loop.Cancel unused = town.loop.after(Duration.ofMillis(millis + 1), what);
  }

  /** The provider calls back: never, once or often, and again until it was heard. */
  private void callBack(UUID correlation) {
    int times = random.nextInt(4);
    for (int i = 0; i < times; i++) {
      String content = "c" + random.nextInt(3);
      in(random.nextInt(8_000), () -> callBack(correlation, content, 5));
    }
  }

  private void callBack(UUID correlation, String content, int left) {
    var unused =
        any()
            .heard("a", correlation, content)
            .exceptionally(
                failure -> {
                  if (left > 0) in(2_000, () -> callBack(correlation, content, left - 1));
                  return null;
                });
  }

  /** The whole morning, and a day and more on which nothing goes wrong any more. */
  void run() {
    for (int i = 0; i < INTENTS; i++) {
      Errand errand = new Errand("e" + i, intent());
      errands.add(errand);
      in(random.nextInt(600_000), () -> prepare(errand, 20));
    }
    for (int second = 0; second < 2_400; second++) tick(Duration.ofSeconds(1));
    fair = true;
    far.clear();
    for (int i = 0; i < nodes.length; i++) nodes[i] = node();
    for (int i = 0; i < 600; i++) tick(Duration.ofSeconds(10));
    for (int i = 0; i < 190; i++) tick(Duration.ofMinutes(10));
  }

  private Intent intent() {
    String payer = PAYERS.get(random.nextInt(PAYERS.size()));
    Money amount = Money.ofDirhams(100 + random.nextInt(5) * 100);
    if (random.nextBoolean() && !payer.equals("owner"))
      return new Intent(payer, "ussd", "sim", Kind.MERCHANT, Town.HANOUT, null, "", amount);
    return new Intent(payer, "ussd", "sim", Kind.TRANSFER, "", Town.BRAHIMS, "", amount);
  }

  private void prepare(Errand errand, int left) {
    var unused =
        any()
            .prepare(errand.key, errand.intent)
            .whenComplete(
                (prepared, failure) -> {
                  if (failure != null && left > 0) in(1_500, () -> prepare(errand, left - 1));
                  if (prepared instanceof Prepared.Ready(Quote quote)) read(errand, quote);
                });
  }

  /** They read it, and most say yes; some twice, some withdraw it. */
  private void read(Errand errand, Quote quote) {
    errand.reference = quote.reference();
    int luck = random.nextInt(10);
    if (luck == 0) return;
    int at = random.nextInt(20_000);
    in(at, () -> yes(errand, errand.key + "y", 20));
    if (luck < 4) in(at + random.nextInt(3_000), () -> yes(errand, errand.key + "z", 20));
    if (luck == 4) in(at + random.nextInt(4_000), () -> no(errand));
  }

  private void yes(Errand errand, String key, int left) {
    Duration settle = Duration.ofSeconds(random.nextInt(4));
    String person = errand.intent.person();
    var unused =
        any()
            .pay(key, person, errand.reference, Town.shown("ussd"), settle)
            .exceptionally(
                failure -> {
                  if (left > 0) in(1_500, () -> yes(errand, key, left - 1));
                  return new Begun.Not(Why.UNSURE, null);
                });
  }

  private void no(Errand errand) {
    var unused =
        any()
            .cancel("no", errand.intent.person(), errand.reference)
            .exceptionally(_ -> Optional.empty());
  }

  private void tick(Duration step) {
    town.loop.advance(step);
    if (!fair && random.nextInt(150) == 0) nodes[random.nextInt(2)].weather().strike();
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i].weather().dead() && random.nextInt(5) == 0) nodes[i] = node();
      Node node = nodes[i];
      var now = town.loop.now().plusSeconds(node.skew());
      ignored(node.payments().look(now, 50));
      ignored(node.payments().copy(now, 50));
      if (random.nextInt(30) == 0) ignored(node.payments().digest(now));
    }
    decide();
    watch();
  }

  private static void ignored(CompletableFuture<?> done) {
    var unused = done.handle((_, _) -> null);
  }

  /** Payers approve, decline, or do nothing until their provider gives up. */
  private void decide() {
    for (var each : List.copyOf(town.wallet.taken.entrySet())) {
      boolean late = random.nextInt(600) == 0;
      if (each.getValue().reversing != null) {
        if (random.nextInt(30) == 0 || fair) town.wallet.giveBack(each.getKey());
      } else if (random.nextInt(40) == 0) town.wallet.approve(each.getKey());
      else if (late || fair) town.wallet.fail(each.getKey(), Fault.DECLINED);
    }
    if (random.nextInt(60) == 0) giveBack();
  }

  private void giveBack() {
    Errand errand = errands.get(random.nextInt(errands.size() / 3));
    if (errand.reference.isEmpty()) return;
    String key = "b" + random.nextInt(3);
    var unused =
        any()
            .giveBack(key, errand.reference, "R-22222", "amina")
            .exceptionally(_ -> new Reversing.NoPayment());
  }

  List<Payment> payments() {
    return List.copyOf(payments.values());
  }

  private void applied(String collection, Document document) {
    if (collection.equals("payments"))
      payments.put(document.id(), PaymentJson.payment(document.json()));
  }

  /** What was really paid for each reference, and given back. */
  private Map<String, Long> booked(boolean back) {
    Map<String, Long> times = new HashMap<>();
    for (var line : town.wallet.ledger)
      if (line.amount().centimes() < 0 == back) times.merge(line.ours(), 1L, Long::sum);
    return times;
  }

  /** At every moment: nobody pays twice, and nothing is said that is not so. */
  private void watch() {
    Map<String, Long> paid = booked(false);
    Map<String, Long> back = booked(true);
    Map<String, Integer> open = new TreeMap<>();
    for (Payment payment : payments()) {
      String reference = payment.reference();
      long times = paid.getOrDefault(reference, 0L);
      assertTrue(times <= 1, "paid twice");
      assertTrue(back.getOrDefault(reference, 0L) <= times, "given back more than was paid");
      State state = payment.state();
      if (state.paid() || state == State.REVERSED) assertEquals(1, times, "not paid: " + state);
      if (state.unpaid()) assertEquals(0, times, "paid: " + state);
      if (state == State.REVERSED) assertEquals(1, back.get(reference));
      boolean running =
          state == State.SUBMITTING || state == State.PENDING || state == State.UNKNOWN;
      if (running) open.merge(payment.terms().person(), 1, Integer::sum);
    }
    open.values().forEach(n -> assertTrue(n <= Caps.defaults().pending(), "too many under way"));
  }

  /** In the end: the provider's ledger is what we say was paid, less what was given back. */
  void end() {
    long ours = 0;
    Map<String, Long> byPayer = new HashMap<>();
    Map<String, Long> paid = booked(false);
    for (Payment payment : payments()) {
      State state = payment.state();
      long centimes = payment.terms().amount().centimes();
      if (state.paid()) ours += centimes;
      boolean known = state.over() || state == State.REVIEW;
      assertTrue(known, payment + " is not known");
      if (paid.containsKey(payment.reference()))
        byPayer.merge(payment.terms().person(), centimes, Long::sum);
      told(payment);
      written(payment);
    }
    assertEquals(town.wallet.paid(), ours, "ledger");
    long cap = Caps.defaults().day().centimes();
    byPayer.values().forEach(sum -> assertTrue(sum <= cap, "above the day's cap"));
    Verified verified = Town.now(town.payments.verify());
    assertEquals(List.of(), verified.flaws());
    assertTrue(verified.days() >= 1);
  }

  /** No request is made that was not written down before. */
  private void written(Payment payment) {
    long written =
        payment.journal().entries().stream().filter(e -> e.what().equals("sending")).count();
    Reversal reversal = payment.reversal();
    int made = far.made.getOrDefault(payment.exchange().correlation(), 0);
    if (reversal != null) made += far.made.getOrDefault(reversal.exchange().correlation(), 0);
    assertTrue(made <= written, payment + " was asked for " + made + " times");
  }

  /** Each is told one result, and no other. */
  private void told(Payment payment) {
    town.loop.run();
    List<String> messages = new ArrayList<>();
    for (String line : town.told)
      if (line.endsWith(payment.reference())) messages.add(line.split(" ", -1)[1]);
    long done = messages.stream().filter(m -> m.endsWith("done")).count();
    long failed = messages.stream().filter(m -> m.startsWith("failed")).count();
    boolean paid = payment.state().paid() || payment.state() == State.REVERSED;
    assertEquals(paid ? 1 : 0, done, payment + " " + messages);
    assertEquals(payment.state() == State.FAILED ? 1 : 0, failed, payment + " " + messages);
    assertEquals(messages.stream().distinct().count(), messages.size(), "twice: " + messages);
  }
}
