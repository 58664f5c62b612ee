package ma.jisr.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import ma.jisr.base.Actor;
import ma.jisr.base.Vault;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.ReportCollections;
import ma.jisr.map.report.ReportRules;
import ma.jisr.map.report.Reports;
import ma.jisr.map.report.Thanks;
import ma.jisr.service.audience.AudiencePorts;
import ma.jisr.service.audience.AudienceWorld;
import ma.jisr.service.challenges.ChallengePorts;
import ma.jisr.service.challenges.ChallengeWorld;
import ma.jisr.service.notices.notice.NoticeWorld;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.PlainMailings;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.shops.ShopSamples;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** The field of a test: agents that are named, codes that are known, a desk that notes. */
public final class FieldDouble {
  /** The code that everybody is sent. */
  public static final String CODE = "482913";

  /** What the desk was told, as {@code actor hotspot STATE}. */
  public final List<String> confirmed = new ArrayList<>();

  /** What stands in the audit trail, as {@code actor way what of CAME}. */
  public final List<String> trail = new ArrayList<>();

  /** Which lines cannot be written into it. */
  public Predicate<Trail.Line> lost = line -> false;

  /** Who is registered, by person. */
  public final Map<String, Actor> agents = new HashMap<>();

  public final FieldPorts ports;
  public final Demand demand;

  /** On a store of its own. */
  public FieldDouble(HotspotMap map) {
    this(new MemoryStore(specs()), map);
  }

  public FieldDouble(Store store, HotspotMap map) {
    Vault vault = Vault.passing(new Random(1));
    Thanks thanks = Thanks.NONE;
    this.ports =
        new FieldPorts(
            new Reports(store, map, vault, this::confirm, thanks, ReportRules.USUAL),
            new Proposals(store, vault, thanks, ReportRules.USUAL),
            this::confirm,
            new Proofs(store, vault, wish -> CODE),
            person -> CompletableFuture.completedFuture(Optional.ofNullable(agents.get(person))),
            this::write);
    this.demand = new Demand(store, vault, new Random(2));
  }

  private CompletableFuture<Void> write(Trail.Line line) {
    if (lost.test(line)) return CompletableFuture.failedFuture(new IllegalStateException("lost"));
    trail.add(
        String.join(" ", line.by(), line.from(), line.did(), line.of(), line.came().toString()));
    return CompletableFuture.completedFuture(null);
  }

  /** The samples, for what hardly asks for shops. */
  public static Shops shops() {
    Store store = new MemoryStore(shopSpecs());
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Shops shops =
        Shops.on(
            store,
            StarterGazetteer::read,
            ShopSamples.read(),
            Almanac.COMPUTED,
            new ChangeFeed(store, clock),
            Vault.passing(new Random(3)),
            clock,
            Runnable::run);
    shops.reload().join();
    return shops;
  }

  /** Those that come with the product, for what hardly asks for them. */
  public static ChallengePorts challenges() {
    return new ChallengeWorld().ports;
  }

  /** Notices that nobody sends. */
  public static Notices notices() {
    MemoryStore store = new MemoryStore(NoticeWorld.specs());
    return new NoticeWorld(store, new PlainMailings(), new AtomicReference<>(NoticeWorld.NINE))
        .notices;
  }

  /** Nobody's, for what hardly asks who hears notices. */
  public static AudiencePorts audience() {
    return new AudienceWorld().ports;
  }

  /** Nobody's, for what hardly asks for queues. */
  public static Tickets tickets() {
    return new Tickets(
        new MemoryStore(TicketCollections.specs()),
        shops().book()::byId,
        Almanac.COMPUTED,
        new Outboxes(),
        InstantSource.fixed(Instant.EPOCH),
        "test");
  }

  /** What a store of shops has to keep. */
  public static List<CollectionSpec> shopSpecs() {
    List<CollectionSpec> specs = new ArrayList<>(Shops.COLLECTIONS);
    specs.add(ChangeFeed.SPEC);
    specs.addAll(Batches.SPECS);
    return specs;
  }

  /** What its store has to keep. */
  public static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(ReportCollections.specs());
    specs.addAll(Demand.specs());
    specs.add(Proofs.SPEC);
    return specs;
  }

  private CompletableFuture<Boolean> confirm(
      Actor actor, String hotspot, State state, String writeId) {
    boolean may = actor.territory().everywhere();
    if (may) confirmed.add(actor.id() + " " + hotspot + " " + state);
    return CompletableFuture.completedFuture(may);
  }
}
