package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Address;
import ma.jisr.base.Agents;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.Vault;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Surface;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Notice;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.gateway.session.Stepper;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a service's write to the text on a link: real loops, a real disk, a service of the test. */
class SpeakFirstTest {
  private static final String BELLS = "bells";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Phone phone = new Phone();
  private final Bells bells = new Bells();
  private final Outboxes outboxes =
      new Outboxes(
          new Introductions(
              Vault.passing(new Random(3)), () -> new Reply(ChannelKind.SMS, "iam", "2121")),
          Agents.NONE);
  private Store store;
  private SessionEngine engine;

  @BeforeEach
  void start() {
    List<CollectionSpec> specs = new ArrayList<>(SessionCollections.specs());
    specs.add(new CollectionSpec(BELLS, CollectionSpec.Area.LIVE, List.of(Outbox.INDEX)));
    store = SqliteStore.scratch(folder.resolve("data"), specs);
    engine =
        new SessionEngine(
            new Ground(
                store,
                bells,
                request -> new CompletableFuture<>(),
                name -> Optional.empty(),
                link -> link.equals("iam") ? info() : null,
                link -> link.equals("iam") ? phone : null,
                KeyFile.create(folder.resolve("keys"), new SecureRandom()),
                new MemoryCounters()),
            List.of(VertxLoop.on(vertx, Clock.systemUTC())),
            new Random(),
            SessionSettings.of("p", true));
    engine.start();
  }

  @AfterEach
  void close() throws Exception {
    engine.drain().get(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
    store.close();
  }

  @Test
  void whatAServiceWritesIsSentAlthoughItWasMadeBeforeTheEngine() throws Exception {
    String person = person();
    ring("before", person); // nobody hears that yet: the relay looks for it
    Relay relay = relay();
    relay.start();
    ring("after", person);
    Set<String> rung = new TreeSet<>();
    rung.add(phone.next());
    rung.add(phone.next());
    assertEquals(Set.of("before", "after"), rung);
    relay.stop();
  }

  @Test
  void whoHasNeverWrittenIsWrittenTo() throws Exception {
    Relay relay = relay();
    String person = engine.person("212661000009", "iam").get(20, TimeUnit.SECONDS).orElseThrow();
    Notice notice =
        new Notice(BELLS, "first", Map.of(), Urgency.REPLY, Instant.now().plusSeconds(600));
    ring("first", outboxes.introduce(Outbox.EMPTY, person, "212661000009", notice));
    assertEquals("first", phone.next());
    relay.stop();
  }

  private Relay relay() {
    return outboxes.relay(
        VertxLoop.on(vertx, Clock.systemUTC()),
        store,
        engine.messenger(),
        engine.signals(),
        List.of(BELLS));
  }

  private String person() throws Exception {
    engine.accept(
        new Inbound(
            "1",
            "iam",
            Inbound.Act.MESSAGE,
            new Address("tel", "212661000001"),
            "2121",
            "salam",
            null,
            null,
            Assurance.CLAIMED,
            Instant.now()),
        new Acknowledgement() {
          @Override
          public void accepted() {}

          @Override
          public void busy() {
            bells.heard.completeExceptionally(new IllegalStateException("busy"));
          }
        });
    return bells.heard.get(20, TimeUnit.SECONDS);
  }

  /** What a service does: its change and what it tells of it in one write. */
  private void ring(String bell, String person) throws Exception {
    Instant end = Instant.now().plusSeconds(600);
    ring(bell, Outbox.EMPTY.send(person, new Notice(BELLS, bell, Map.of(), Urgency.REPLY, end)));
  }

  private void ring(String bell, Outbox outbox) throws Exception {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("rung", 1);
    OutboxJson.put(document, outbox, Instant.now());
    store
        .insert(BELLS, List.of(new Document(bell, 0, "w", document.toString())), Priority.TURN)
        .get(20, TimeUnit.SECONDS);
    outboxes.wrote(BELLS, bell);
  }

  private static LinkInfo info() {
    return new LinkInfo(
        "iam", ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 100L, Duration.ofSeconds(30));
  }

  /** A flow that says what it is told. */
  private static final class Bells implements Stepper {
    final CompletableFuture<String> heard = new CompletableFuture<>();

    @Override
    public Turn step(Person person, Input input, String id, Instant now) {
      if (!(input instanceof Input.Told told)) {
        heard.complete(person.id());
        return new Turn(person, List.of());
      }
      return new Turn(
          person,
          List.of(
              new Effect.Message(
                  ChannelKind.SMS,
                  "iam",
                  "2121",
                  told.notice().message(),
                  Language.FR,
                  BELLS,
                  told.notice().urgency())));
    }

    @Override
    public boolean looksLikePin(Person person, Via via, String text) {
      return false;
    }
  }

  /** A link that takes everything. */
  private static final class Phone implements Channel {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      return String.valueOf(texts.poll(30, TimeUnit.SECONDS));
    }

    @Override
    public CompletableFuture<Sent> send(Outbound outbound) {
      texts.add(outbound.text());
      return CompletableFuture.completedFuture(new Sent.Taken(List.of()));
    }

    @Override
    public String link() {
      return "iam";
    }

    @Override
    public CompletableFuture<Void> start(Receiver receiver) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean up() {
      return true;
    }

    @Override
    public CompletableFuture<Void> drain() {
      return CompletableFuture.completedFuture(null);
    }
  }
}
