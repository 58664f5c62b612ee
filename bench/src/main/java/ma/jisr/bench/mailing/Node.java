package ma.jisr.bench.mailing;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.Loop;
import ma.jisr.gateway.bulk.BulkCarrier;
import ma.jisr.gateway.bulk.BulkLink;
import ma.jisr.gateway.bulk.ParcelReceipts;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.delivery.Mark;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.limit.Ceilings;
import ma.jisr.gateway.limit.Ledger;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.log.MessageLog;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.service.notices.mailing.Aim;
import ma.jisr.service.notices.mailing.Grade;
import ma.jisr.service.notices.mailing.Ground;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.MailingCollections;
import ma.jisr.service.notices.mailing.MailingKeeper;
import ma.jisr.service.notices.mailing.MailingOffice;
import ma.jisr.service.notices.mailing.Patience;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.sqlite.SqliteStore;

/** All of a node that mailings need, on the embedded store, with a crowd and a flooded link. */
final class Node implements AutoCloseable {
  static final String MAILING = "M1";

  /** Nothing comes of those in doubt: who waits for receipts waits in vain here. */
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final Vertx vertx = Vertx.vertx();
  private final SqliteStore store;
  private final MailingKeeper keeper;
  final MailingOffice office;
  final Flood link;

  Node(Path folder, Phones phones, int people, Flood.Shape shape) {
    store = SqliteStore.open(folder, specs());
    Loop own = loop();
    Loop marking = loop();
    MemoryCounters counters = new MemoryCounters();
    String process = Long.toHexString(System.nanoTime());
    SentMarks marks = new SentMarks(marking, store, counters);
    ReceiptDesk desk =
        new ReceiptDesk(
            marking,
            store,
            marks,
            alias -> CompletableFuture.completedFuture(Optional.empty()),
            (person, entry, state, lost, at) -> {},
            counters);
    ParcelReceipts receipts = new ParcelReceipts(store);
    desk.keeping(receipts);
    link = new Flood(loop(), phones, shape);
    var unused = link.start(new Marking(marks));
    Ceilings ceilings =
        new Ceilings(
            new Limits(List.of(), Limits.OFF, Limits.OFF, 1, Duration.ofHours(1)),
            new Ledger(marking, store, process),
            counters);
    BulkCarrier carrier =
        new BulkCarrier(
            new BulkCarrier.Ground(
                marking,
                name -> name.equals(Flood.LINK) ? link : null,
                marks,
                desk,
                receipts,
                ceilings,
                new MessageLog(marking, store, counters, process),
                person -> person,
                number -> number),
            List.of(new BulkLink(Flood.LINK, shape.rate(), shape.window(), 10)),
            "5858");
    Ground ground = new Ground(own, store, new Crowd(people), carrier, process, true, PATIENCE);
    keeper = new MailingKeeper(ground);
    office = new MailingOffice(ground, keeper::wake);
    keeper.start();
  }

  private Loop loop() {
    return VertxLoop.on(vertx, Clock.systemUTC());
  }

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(SentMarks.specs());
    specs.addAll(ReceiptDesk.specs());
    specs.add(ParcelReceipts.spec());
    specs.add(MessageLog.spec());
    specs.add(Ledger.spec());
    specs.addAll(MailingCollections.specs());
    return specs;
  }

  static Mailing mailing(Instant from, Grade grade) {
    return new Mailing(
        MAILING,
        new Aim.Lists(Set.of(Aim.ALL)),
        "",
        grade,
        "notices",
        from,
        from.plus(Duration.ofHours(12)),
        Map.of(Language.FR, "Coupure d'eau a Taza de 9h a 17h. Mairie"),
        Language.FR,
        Optional.empty());
  }

  @Override
  public void close() {
    keeper.stop().join();
    store.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** What is taken is marked; nothing else comes. */
  private record Marking(SentMarks marks) implements Receiver {
    @Override
    public void taken(Taken segment) {
      marks.taken(
          new Mark(
              segment.group(),
              segment.messageId(),
              segment.segment(),
              segment.segments(),
              segment.message().person(),
              segment.message().id(),
              segment.link(),
              segment.at(),
              segment.message().until()));
    }

    @Override
    public void accept(Inbound inbound, Acknowledgement acknowledgement) {
      acknowledgement.busy();
    }

    @Override
    public void part(Fragment fragment, Acknowledgement acknowledgement) {
      acknowledgement.busy();
    }

    @Override
    public void ready(String name) {}

    @Override
    public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
      acknowledgement.busy();
    }
  }
}
