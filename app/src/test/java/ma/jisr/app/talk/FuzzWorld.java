package ma.jisr.app.talk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.EngineStepper;
import ma.jisr.app.wiring.Phonebook;
import ma.jisr.app.wiring.Registrar;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Input;
import ma.jisr.flow.Surface;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;

/** A few persons in virtual time over the real store: what they do follows from the seed. */
final class FuzzWorld implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PERSONS = 5;

  /** The network ends a dialogue in which nothing happens for so long. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Random random;
  private final FuzzWords words;
  private final VirtualLoop loop = new VirtualLoop(START);
  private final FuzzPhone phone = new FuzzPhone();
  private final Outstanding outstanding = new Outstanding();
  private final MemoryCounters counters = new MemoryCounters();
  private final Store files;
  private final RunningRoutes routes;
  private final SessionEngine engine;
  private final Map<String, Integer> acknowledged = new HashMap<>();
  private final List<Integer> bytes = new ArrayList<>();
  private final Map<String, String> once = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Inbound last;
  private int count;

  /** How large persons' documents were, bytes, over all writes. */
  record Sizes(int writes, int p50, int p99, int most, int screens, int messages) {}

  FuzzWorld(long seed, Path folder) throws Exception {
    random = new Random(seed);
    words = new FuzzWords(random);
    Settings settings = Settings.ofSandbox(folder);
    files = SqliteStore.scratch(settings.data(), Stores.collections());
    Store store = new WatchedStore(weighing(files), outstanding, 0);
    Repertoire repertoire = Repertoire.of(settings, files, loop::now, Runnable::run);
    routes = RunningRoutes.start(repertoire.routes(), repertoire.operations());
    loop.await(repertoire.hotspots().reload(), PATIENCE);
    loop.await(repertoire.shops().reload(), PATIENCE);
    LinkInfo link =
        new LinkInfo(
            TalkPhone.LINK, ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 100L, IDLE);
    Ground ground =
        new Ground(
            store,
            new EngineStepper(repertoire.engine()),
            this::call,
            repertoire.services(),
            id -> link,
            id -> phone,
            KeyFile.create(settings.keys(), new SecureRandom()),
            counters);
    engine =
        new SessionEngine(
            ground, List.of(loop), new Random(seed), SessionSettings.of("fuzz", true));
    engine.start();
    repertoire.people().connect(new Phonebook(engine));
    repertoire.account().persons().connect(new Registrar(engine.persons(), loop::now));
    settle();
  }

  /** Notes the size of every person's document that is written. */
  private Store weighing(Store inner) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, given) -> {
              if (given != null && given.length > 1 && given[0].equals(SessionCollections.PEOPLE)) {
                if (given[1] instanceof Document one) weigh(one);
                if (given[1] instanceof List<?> all)
                  for (Object each : all) if (each instanceof Document one) weigh(one);
              }
              try {
                return method.invoke(inner, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void weigh(Document document) {
    bytes.add(document.json().getBytes(StandardCharsets.UTF_8).length);
  }

  /** A call that is answered at once, late, never, or with a failure; a key asks one thing only. */
  private CompletableFuture<OperationResult> call(OperationRequest request) {
    String asked = request.operation() + request.arguments();
    String before = once.putIfAbsent(request.key(), asked);
    if (before != null && !before.equals(asked)) problems.add("one key, two requests");
    int fate = random.nextInt(20);
    if (fate == 0) return CompletableFuture.failedFuture(new IllegalStateException("no provider"));
    if (fate == 1) return new CompletableFuture<>();
    CompletableFuture<OperationResult> answer = outstanding.counted(routes.caller().call(request));
    if (fate > 4) return answer;
    CompletableFuture<OperationResult> delayed = new CompletableFuture<>();
    loop.after(
        Duration.ofMillis(random.nextInt(fate == 4 ? 60_000 : 400)),
        () -> {
          var unused = answer.thenAccept(delayed::complete);
        });
    return delayed;
  }

  /** Somebody does something, or time passes. */
  void step() {
    String number = "21266100000" + random.nextInt(PERSONS);
    int what = random.nextInt(100);
    String open = phone.open(number);
    if (what < 15 || (what < 60 && open == null)) begin(number);
    else if (what < 60 && open != null) answer(number, open);
    else if (what < 75) give(number, Inbound.Act.MESSAGE, words.next(), null, null);
    else if (what < 80 && open != null) release(number, open);
    else if (what < 84 && last != null) again(last);
    else pass();
    timeOut();
    if (random.nextInt(4) > 0) settle();
  }

  private void timeOut() {
    for (int i = 0; i < PERSONS; i++) {
      String number = "21266100000" + i;
      String open = phone.open(number);
      if (open == null || phone.active(number).plus(IDLE).isAfter(loop.now())) continue;
      phone.released(number);
      give(number, Inbound.Act.RELEASE, "", open, Input.Reason.TIMED_OUT);
    }
  }

  private void begin(String number) {
    String dialogue = "d" + ++count;
    settle();
    phone.begun(number, dialogue, loop.now());
    String dialled = random.nextInt(3) > 0 ? "*585#" : "*585*" + words.next() + "#";
    give(number, Inbound.Act.BEGIN, dialled, dialogue, null);
  }

  /** Nobody can answer before the screen is there. */
  private void answer(String number, String dialogue) {
    settle();
    for (int i = 0; i < IDLE.toSeconds() - 1 && phone.silent(number); i++)
      advance(Duration.ofSeconds(1));
    if (phone.silent(number))
      problems.add("no screen after: " + String.join(" | ", story.getOrDefault(number, List.of())));
    if (!dialogue.equals(phone.open(number))) return;
    phone.answered(number, dialogue, loop.now());
    give(number, Inbound.Act.ANSWER, words.next(), dialogue, null);
  }

  private void release(String number, String dialogue) {
    settle();
    phone.released(number);
    Input.Reason reason = random.nextBoolean() ? Input.Reason.RELEASED : Input.Reason.TIMED_OUT;
    give(number, Inbound.Act.RELEASE, "", dialogue, reason);
  }

  private void give(
      String number,
      Inbound.Act act,
      String text,
      @Nullable String dialogue,
      Input.@Nullable Reason reason) {
    boolean ussd = act != Inbound.Act.MESSAGE;
    last =
        new Inbound(
            "i" + ++count,
            TalkPhone.LINK,
            act,
            new Address("tel", number),
            ussd ? "*585#" : "2121",
            text,
            dialogue,
            reason,
            ussd ? Assurance.NETWORK : Assurance.CLAIMED,
            loop.now());
    accept(last, "");
  }

  /** The network repeats an SMS; a repeated screen is the channel's matter. */
  private void again(Inbound inbound) {
    if (inbound.act() == Inbound.Act.MESSAGE) accept(inbound, " again " + ++count);
  }

  private final Map<String, List<String>> story = new HashMap<>();

  private void tell(String number, String what) {
    List<String> told = story.computeIfAbsent(number, n -> new ArrayList<>());
    told.add(loop.now() + " " + what);
    if (told.size() > 12) told.removeFirst();
  }

  private void accept(Inbound inbound, String mark) {
    tell(inbound.from().value(), inbound.act() + " '" + inbound.text() + "' " + inbound.dialogue());
    String id = inbound.id() + mark;
    acknowledged.put(id, 0);
    engine.accept(
        inbound,
        new Acknowledgement() {
          @Override
          public void accepted() {
            acknowledged.merge(id, 1, Integer::sum);
          }

          @Override
          public void busy() {
            acknowledged.merge(id, 1, Integer::sum);
          }
        });
  }

  private void pass() {
    int scale = random.nextInt(10);
    if (scale >= 6) settle();
    if (scale < 6) advance(Duration.ofMillis(random.nextInt(500)));
    else if (scale < 9) advance(Duration.ofSeconds(random.nextInt(100)));
    else advance(Duration.ofHours(random.nextInt(72)));
  }

  private void advance(Duration time) {
    loop.advance(time);
    settle();
  }

  private void settle() {
    try {
      do {
        loop.await(outstanding.rest(), PATIENCE);
        loop.run();
      } while (!outstanding.none());
    } catch (TimeoutException e) {
      throw new IllegalStateException("no rest", e);
    }
  }

  /** Everything that is still to come, comes. */
  void rest() {
    for (int i = 1; i < IDLE.toSeconds(); i++) advance(Duration.ofSeconds(1));
    for (int i = 0; i < PERSONS; i++)
      if (phone.silent("21266100000" + i)) problems.add("a person still waits for a screen");
    acknowledged.forEach(
        (id, times) -> {
          if (times != 1) problems.add(id + " was acknowledged " + times + " times");
        });
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    all.addAll(phone.problems);
    if (counters.all().keySet().stream().anyMatch(name -> name.startsWith("turn.failed")))
      all.add("a turn threw");
    return all;
  }

  Sizes sizes() {
    List<Integer> sorted = bytes.stream().sorted().toList();
    return new Sizes(
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        phone.screens,
        phone.messages.size());
  }

  @Override
  public void close() {
    routes.close();
    files.close();
  }
}
