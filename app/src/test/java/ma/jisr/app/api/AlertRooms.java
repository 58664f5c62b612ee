package ma.jisr.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Renderer;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.cap.Alerts;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.cap.CapSource;
import ma.jisr.service.notices.cap.CapSources;
import ma.jisr.service.notices.cap.Publication;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Report;
import ma.jisr.service.notices.notice.Alarm;
import ma.jisr.service.notices.notice.Aloud;
import ma.jisr.service.notices.notice.Category;
import ma.jisr.service.notices.notice.Gravity;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.Response;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Way;
import ma.jisr.service.notices.notice.Words;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** Notices and alerts for the API's tests, where nobody is there to be reached. */
final class AlertRooms implements Mailings {
  /** A source that does not sign. */
  static final String SENDER = "alerte@eau.example";

  private final Notices notices;
  private final Rooms.CapRooms rooms;
  private final InstantSource clock;

  AlertRooms(Store store, Supplier<Gazetteer> places, ChangeFeed feed, InstantSource clock) {
    this.clock = clock;
    notices =
        Notices.on(
            new Notices.Ground(
                store,
                places,
                feed,
                this,
                new Renderer(ma.jisr.flow.render.Words.from(CommonTexts.load())),
                new Proofs(store, Vault.passing(new Random(3)), _ -> NoticeRooms.CODE),
                new Outboxes(),
                Alarm.NONE,
                Aloud.NOBODY,
                GroupAreas.NONE,
                NoticeRules.USUAL,
                clock,
                Runnable::run));
    CapSource source =
        new CapSource(
            "eau", "Agence du bassin", SENDER, Territory.EVERYWHERE, List.of(), Optional.empty());
    Geocodes geocodes = new Geocodes(places.get());
    rooms =
        new Rooms.CapRooms(
            new CapDesk(
                new CapSources(List.of(source)),
                store,
                notices.desk(),
                () -> geocodes,
                clock,
                Runnable::run),
            new Publication(
                new Alerts(
                    notices.book(),
                    "alertes@al-haouz.example",
                    notices.hazards(),
                    places,
                    () -> geocodes,
                    clock),
                Optional.empty(),
                clock,
                Runnable::run));
  }

  static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(Notices.COLLECTIONS);
    all.addAll(CapDesk.COLLECTIONS);
    return all;
  }

  Rooms.CapRooms rooms() {
    return rooms;
  }

  /** A notice that has gone out to a place; gives its id. */
  String sent(String place) {
    Instant now = clock.instant();
    Actor official = new Actor("province", Role.OFFICIAL, Territory.EVERYWHERE);
    Hand hand = Hand.account(official, Way.API, true).proved();
    NoticeFacts facts =
        new NoticeFacts(
            Kind.ALERT,
            Status.ACTUAL,
            Topic.WATER,
            Category.INFRA,
            Gravity.ORDINARY,
            Response.PREPARE,
            null,
            Map.of(Language.FR, new Words("Eau coupée mardi", "", "Gardez de l'eau")),
            Area.of(place),
            now,
            now.plus(Duration.ofHours(6)),
            List.of(),
            LocalText.same("Province d'Al Haouz"),
            null);
    String id = done(notices.desk().draft(hand, facts, "sent " + place).join()).id();
    return done(notices.desk().submit(hand, id, null, "sent now " + place).join()).id();
  }

  private static Notice done(Ruling<Notice> ruling) {
    if (ruling instanceof Ruling.Done<Notice> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    return CompletableFuture.completedFuture(new Estimate(0, 0, Map.of(), 0, 0, 0, true));
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    return CompletableFuture.allOf();
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return CompletableFuture.completedFuture(false);
  }
}
