package ma.jisr.app.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.api.Rooms;
import ma.jisr.app.audience.AudienceVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.base.Vault;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.FieldPorts;
import ma.jisr.service.People;
import ma.jisr.service.account.Changed;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.AudienceCollections;
import ma.jisr.service.audience.AudienceCounts;
import ma.jisr.service.audience.AudienceHolding;
import ma.jisr.service.audience.AudiencePorts;
import ma.jisr.service.audience.Enrolling;
import ma.jisr.service.audience.GroupBook;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.Reach;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.service.audience.Shopkeepers;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.ShopBook;
import ma.jisr.service.shops.ShopStaff;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * All that knows who hears notices, put together.
 *
 * @param subscribers whom notices may reach
 * @param counts how many hear of an area
 * @param groups where groups are made and filled
 * @param groupBook whose each of them is
 * @param relays where relays are registered
 * @param announcements what relays are asked to say
 * @param shopkeepers the groups that follow the register of shops' staff
 * @param ports for the service
 */
public record AudienceWork(
    Subscribers subscribers,
    AudienceCounts counts,
    GroupDesk groups,
    GroupBook groupBook,
    RelayDesk relays,
    Announcements announcements,
    Shopkeepers shopkeepers,
    AudiencePorts ports) {
  /** The part whose key seals numbers. */
  private static final String PART = "audience";

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return AudienceCollections.specs();
  }

  /**
   * What all of it stands on.
   *
   * @param link by which somebody is written to of whom nothing is known
   */
  record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      People people,
      Outboxes outboxes,
      ShopBook shops,
      ShopStaff staff,
      FieldPorts field,
      Supplier<String> link,
      Vaults vaults,
      InstantSource clock) {}

  static AudienceWork of(Ground on) {
    Vault vault = on.vaults().of(PART);
    Subscribers subscribers =
        new Subscribers(on.store(), on.people(), on.gazetteer(), vault, on.clock());
    RelayDesk relays =
        new RelayDesk(
            on.store(), on.outboxes(), on.people(), on.gazetteer(), on.link(), vault, on.clock());
    Announcements announcements = new Announcements(relays, on.gazetteer(), on.clock());
    Shopkeepers shopkeepers =
        new Shopkeepers(
            on.staff(), on.shops(), subscribers, on.people(), on.gazetteer(), on.link());
    on.staff().watch(shopkeepers::serves);
    Enrolling enrolling =
        new Enrolling(
            subscribers,
            on.people(),
            on.field().agents(),
            on.field().proofs(),
            on.field().trail(),
            on.gazetteer(),
            on.link(),
            on.clock());
    return new AudienceWork(
        subscribers,
        new AudienceCounts(subscribers, on.gazetteer()),
        new GroupDesk(on.store(), subscribers, on.gazetteer(), on.link(), on.clock()),
        new GroupBook(on.store(), on.gazetteer()),
        relays,
        announcements,
        shopkeepers,
        new AudiencePorts(
            subscribers, announcements, enrolling, new AudienceHolding(subscribers, relays)));
  }

  /** Somebody's language, scripts or STOP has changed: they are written to accordingly. */
  CompletableFuture<Void> changed(Changed profile) {
    Reach reach = new Reach(profile.link(), profile.code(), profile.language(), profile.scripts());
    return subscribers
        .changed(profile.person(), reach)
        .thenCompose(_ -> subscribers.stopAll(profile.person(), profile.stopped()))
        .thenApply(_ -> null);
  }

  /** What operators and officials may ask of a running node. */
  AudienceVerb verb(Path data) {
    return new AudienceVerb(counts, groups, relays, announcements, new Handover(data));
  }

  /** What of it the API serves. */
  Rooms.Audience rooms() {
    return new Rooms.Audience(counts, groups, relays, announcements);
  }

  /** Those who want to hear of such changes. */
  List<Changed.Hearer> hearers() {
    return new ArrayList<>(List.of(this::changed));
  }
}
