package ma.jisr.app.process;

import static ma.jisr.app.process.LivingOperator.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import ma.jisr.app.wiring.Stores;
import ma.jisr.sandbox.wallet.WalletSettings;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jisr killed by SIGKILL again and again while people pay, with an operator and providers that live
 * on: nothing is paid twice, and of everything that was paid or asked for it is known what became.
 */
@Execution(ExecutionMode.CONCURRENT)
class WalletKillTest {
  private static final Logger LOG = LoggerFactory.getLogger(WalletKillTest.class);
  private static final long SEED = 20_261_122;
  private static final int PEOPLE = 8;
  private static final String MERCHANT = "1041";

  /** What died in the middle of a request is taken up after half a minute, then asked about. */
  private static final long SETTLE_SECONDS = 300;

  private final List<Shopper> shoppers = new ArrayList<>();
  @TempDir Path folder;
  private LivingOperator operator;
  private Context context;

  @BeforeEach
  void operator() throws Exception {
    operator = new LivingOperator(folder, WalletSettings.usual(null).approving(Approval.AUTO));
    context = operator.vertx().getOrCreateContext();
    operator.configure(
        """
        http: {port: 0}
        samples: true
        links:
          - {id: iam, host: 127.0.0.1, port: %d, system-id: jisr, password: "${file:password}", ussd: {settle: 0s}}
        wallet:
          callbacks: {port: %d, url: "http://127.0.0.1:%2$d"}
          caps:
            - {from: 2026-01-01, ussd: {once: 1000, day: 100000}, day: 100000, new-payee: 1000, pending: 100, hour: 1000}
          providers:
            - {id: a, name: A, url: "%s", organisation: jisr, auth: bearer, secret: "${file:secret}", services: [merchant], can: [names, fees], tested: here}
            - {id: b, name: B, url: "%s", organisation: jisr, auth: bearer, secret: "${file:secret}", services: [merchant], can: [names, fees], tested: here}
        """
            .formatted(
                operator.port(),
                freePort(),
                operator.wallet().base(Issuer.A),
                operator.wallet().base(Issuer.B)));
    Files.writeString(folder.resolve("secret"), operator.wallet().secret());
    for (int i = 0; i < PEOPLE; i++)
      shoppers.add(
          new Shopper(
              operator.vertx(),
              await(operator.centre().phone("+2126619870%d2".formatted(i))),
              MERCHANT));
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void twoKillsPayNothingTwice() throws Exception {
    paysNothingTwice(2);
  }

  @Test
  @Tag("long")
  void twentyKillsPayNothingTwice() throws Exception {
    paysNothingTwice(20);
  }

  private void paysNothingTwice(int kills) throws Exception {
    var random = new Random(SEED);
    JisrProcess jisr = operator.jisr();
    try {
      context.runOnContext(nothing -> shoppers.forEach(Shopper::begin));
      for (int kill = 0; kill < kills; kill++) {
        int shown = shown();
        until(() -> shown() > shown + PEOPLE);
        await(after(Duration.ofMillis(random.nextInt(1_500))));
        jisr.close();
        jisr = operator.jisr();
      }
      int shown = shown();
      until(() -> shown() > shown);
      context.runOnContext(nothing -> shoppers.forEach(Shopper::stop));
      until(() -> shoppers.stream().allMatch(Shopper::rests));
      settled();
      assertTold(0, "hold", "verify");
      assertTold(0, "nothing has to be looked at", "review");
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
    } finally {
      jisr.close();
    }
    judge(kills);
  }

  private void judge(int kills) throws Exception {
    Map<String, Integer> theirs = new HashMap<>();
    for (JsonNode payment : provider())
      if (payment.path("transactionStatus").asText().equalsIgnoreCase("completed"))
        theirs.merge(
            payment.path("requestingOrganisationTransactionReference").asText(), 1, Integer::sum);
    Map<String, String> ours = ours();
    Set<String> paid = new HashSet<>();
    ours.forEach((reference, state) -> paid.add(state.equals("COMPLETED") ? reference : ""));
    paid.remove("");
    List<String> twice =
        theirs.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    LOG.warn(
        "{} kills, {} payments shown, {} paid; states here {}",
        kills,
        shown(),
        theirs.size(),
        new HashSet<>(ours.values()));
    List<String> unaccounted = new ArrayList<>();
    for (Shopper shopper : shoppers)
      for (String reference : shopper.shown())
        if (!Set.of("COMPLETED", "FAILED").contains(ours.getOrDefault(reference, "")))
          unaccounted.add(reference + " " + ours.get(reference));
    assertAll(
        () -> assertEquals(List.of(), twice, "paid twice"),
        () -> assertEquals(theirs.keySet(), paid, "paid there, and here"),
        () -> assertEquals(List.of(), unaccounted, "shown, and nobody knows"),
        () -> assertFalse(paid.isEmpty()),
        () -> assertEquals(List.of(), operator.centre().complaints()));
  }

  /** The states of all payments, by reference, as the store has them. */
  private Map<String, String> ours() throws Exception {
    Map<String, String> states = new HashMap<>();
    var settings = new SettingsReader(Map.of()).read(operator.config());
    try (Store store = Stores.open(settings, settings.data())) {
      String after = "";
      for (List<Document> page = store.scan("payments", after, 500).join();
          !page.isEmpty();
          page = store.scan("payments", after, 500).join()) {
        for (Document document : page) {
          JsonNode payment = new ObjectMapper().readTree(document.json());
          states.put(payment.path("reference").asText(), payment.path("state").asText());
        }
        after = page.getLast().id();
      }
    }
    return states;
  }

  private JsonNode provider() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + operator.wallet().port() + "/sim/payments"))
            .header("authorization", "Bearer " + operator.wallet().secret())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    }
  }

  /** Until it is known of every payment what became of it. */
  private void settled() throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    while (!wallet("open").out().contains("nothing is under way") || waiting()) {
      assertTrue(System.nanoTime() < patience, () -> wallet("open").out());
      await(after(Duration.ofSeconds(1)));
    }
  }

  /** Whether what somebody was shown last waits for their dialogue's end. */
  private boolean waiting() {
    return shoppers.stream()
        .map(shopper -> shopper.shown().getLast())
        .anyMatch(reference -> wallet("show", reference).out().contains("  created  "));
  }

  private CommandRun wallet(String... words) {
    List<String> line = new ArrayList<>(List.of("wallet"));
    line.addAll(List.of(words));
    return operator.run(line.toArray(String[]::new));
  }

  private void assertTold(int code, String told, String word) {
    CommandRun run = wallet(word);
    assertEquals(code, run.code(), run::err);
    assertTrue(run.out().contains(told), run::out);
  }

  private int shown() {
    return shoppers.stream().mapToInt(shopper -> shopper.shown().size()).sum();
  }

  private void until(BooleanSupplier what) throws Exception {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        nothing ->
            operator
                .vertx()
                .setPeriodic(
                    50,
                    id -> {
                      if (!what.getAsBoolean()) return;
                      operator.vertx().cancelTimer(id);
                      done.tryComplete();
                    }));
    await(done.future());
  }

  private Future<Void> after(Duration time) {
    return operator.vertx().timer(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
