package ma.jisr.gateway.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Input;
import ma.jisr.flow.Surface;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.unresolved.Unclear;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** A session engine with everything around it scripted: one process's life, from start to crash. */
final class TestGateway {
  static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  static final String PHONE = "212661000001";

  private final Store store;
  final VirtualLoop loop;
  final ScriptedChannel channel;
  final MemoryCounters counters = new MemoryCounters();
  final List<String> acks = new ArrayList<>();

  /** What was not understood and has been handed on. */
  final List<Unclear> riddles = new ArrayList<>();

  /** Messages that reached nobody: person and mark. */
  final List<String> lost = new ArrayList<>();

  /** What has been asked of the services, and the answers yet to be given. */
  final List<OperationRequest> asked = new ArrayList<>();

  final Map<String, CompletableFuture<OperationResult>> open = new HashMap<>();
  final EchoStepper stepper = new EchoStepper();
  final SessionEngine engine;
  private String phone = PHONE;

  TestGateway(Store store, Keys keys, String process, Instant start) {
    this(store, keys, new VirtualLoop(start), SessionSettings.of(process, true));
  }

  /** A process that cannot bind yet. */
  static TestGateway unbound(Store store, Keys keys, Instant start) {
    return new TestGateway(
        store, keys, new VirtualLoop(start), SessionSettings.of("p2", true), null, false);
  }

  /** Somebody else counts. */
  static TestGateway counted(Store store, Counters counters) {
    return new TestGateway(
        store, keys(), new VirtualLoop(START), SessionSettings.of("p1", true), counters, true);
  }

  TestGateway(Store store, Keys keys, VirtualLoop loop, SessionSettings settings) {
    this(store, keys, loop, settings, null, true);
  }

  private TestGateway(
      Store store,
      Keys keys,
      VirtualLoop loop,
      SessionSettings settings,
      @Nullable Counters others,
      boolean bound) {
    this.store = store;
    this.loop = loop;
    this.channel = new ScriptedChannel("iam", loop);
    this.engine =
        new SessionEngine(
            new Ground(
                store,
                stepper,
                this::call,
                TestGateway::operation,
                link -> link.equals("iam") ? info() : null,
                link -> link.equals("iam") ? channel : null,
                keys,
                others == null ? counters : others,
                riddles::add,
                (person, mark) -> lost.add(person + ' ' + mark)),
            List.of(loop),
            new Random(1),
            settings);
    if (!bound) channel.down();
    engine.start();
    channel.start(engine).join();
    loop.run();
  }

  static Keys keys() {
    byte[][] keys = new byte[3][Keys.BYTES];
    for (byte[] key : keys) new SecureRandom().nextBytes(key);
    return new Keys(keys[0], keys[1], keys[2]);
  }

  private CompletableFuture<OperationResult> call(OperationRequest request) {
    asked.add(request);
    CompletableFuture<OperationResult> answer = new CompletableFuture<>();
    open.put(request.operation(), answer);
    return answer;
  }

  /** Answers the newest call of this operation. */
  void answer(String operation, String words) {
    asked(operation).complete(new OperationResult("done", Map.of("words", new Value.Text(words))));
    loop.run();
  }

  void fail(String operation) {
    asked(operation).completeExceptionally(new IllegalStateException("no provider"));
    loop.run();
  }

  private CompletableFuture<OperationResult> asked(String operation) {
    return Objects.requireNonNull(open.get(operation), "nobody has asked " + operation);
  }

  /** From now on another person's phone. */
  TestGateway from(String number) {
    phone = number;
    return this;
  }

  void sms(String id, String text) {
    in(id, Inbound.Act.MESSAGE, text, null);
  }

  void dial(String id, String dialogue) {
    in(id, Inbound.Act.BEGIN, "*585#", dialogue);
  }

  void key(String id, String dialogue, String text) {
    in(id, Inbound.Act.ANSWER, text, dialogue);
  }

  void abort(String id, String dialogue) {
    in(id, Inbound.Act.RELEASE, "", dialogue);
  }

  private void in(String id, Inbound.Act act, String text, @Nullable String dialogue) {
    send(id, act, text, dialogue);
    loop.run();
  }

  /** A text from a chat, by the same link. */
  void chat(String id, Address from, String text) {
    send(id, Inbound.Act.MESSAGE, text, null, from);
    loop.run();
  }

  /** Hands it in without running the loop. */
  void send(String id, Inbound.Act act, String text, @Nullable String dialogue) {
    send(id, act, text, dialogue, new Address("tel", phone));
  }

  private void send(
      String id, Inbound.Act act, String text, @Nullable String dialogue, Address from) {
    engine.accept(
        new Inbound(
            id,
            "iam",
            act,
            from,
            dialogue == null ? "2121" : "*585#",
            text,
            dialogue,
            act == Inbound.Act.RELEASE ? Input.Reason.RELEASED : null,
            dialogue == null ? Assurance.CLAIMED : Assurance.NETWORK,
            loop.now()),
        new Acknowledgement() {
          @Override
          public void accepted() {
            acks.add(id + " accepted");
          }

          @Override
          public void busy() {
            acks.add(id + " busy");
          }
        });
  }

  /** What a memory store holds. */
  Map<String, Document> stored(String collection) {
    return ((MemoryStore) store).all(collection);
  }

  void pass(Duration time) {
    loop.advance(time);
  }

  private static LinkInfo info() {
    return new LinkInfo(
        "iam",
        ChannelKind.SMS,
        "tel",
        Surface.USSD,
        Surface.SMS,
        0L,
        100L,
        Duration.ofSeconds(30),
        20L);
  }

  private static Optional<Operation> operation(String name) {
    return Optional.of(
        new Operation(
            name,
            name.equals("shop.ask") ? Operation.Kind.QUERY : Operation.Kind.COMMAND,
            Map.of("text", FieldType.words(FieldType.Kind.TEXT, 100)),
            Map.of("words", FieldType.words(FieldType.Kind.TEXT, 20)),
            List.of("done", "full"),
            Set.of(),
            Assurance.CLAIMED));
  }
}
