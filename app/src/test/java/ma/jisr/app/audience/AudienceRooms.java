package ma.jisr.app.audience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.Announcing;
import ma.jisr.service.audience.AudienceCollections;
import ma.jisr.service.audience.AudienceCounts;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.Reach;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.service.audience.RelayPost;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** Who hears notices, for tests from outside: everybody can be written to by number. */
public final class AudienceRooms implements People.Directory {
  private static final Actor KEEPER = new Actor("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  public final AudienceCounts counts;
  public final GroupDesk groups;
  public final RelayDesk relays;
  public final Announcements announcements;
  private final Subscribers subscribers;
  private final Instant now;

  public AudienceRooms(Store store, Supplier<Gazetteer> places, InstantSource clock) {
    People people = new People();
    people.connect(this);
    Vault vault = Vault.passing(new Random(3));
    now = clock.instant();
    subscribers = new Subscribers(store, people, places, vault, clock);
    counts = new AudienceCounts(subscribers, places);
    groups = new GroupDesk(store, subscribers, places, () -> "iam", clock);
    relays = new RelayDesk(store, new Outboxes(), people, places, () -> "iam", vault, clock);
    announcements = new Announcements(relays, places, clock);
  }

  public static List<CollectionSpec> collections() {
    return AudienceCollections.specs();
  }

  @Override
  public CompletableFuture<Optional<String>> of(String digits, String link) {
    return CompletableFuture.completedFuture(Optional.of("P" + digits));
  }

  @Override
  public CompletableFuture<Optional<String>> number(String person) {
    return CompletableFuture.completedFuture(Optional.of(person.substring(1)));
  }

  /** A group of a place. */
  public void group(String id, String place) {
    var unused = groups.put(KEEPER, id, "Groupe", place, "put " + id).join();
  }

  /** A relay of a place; gives its id. */
  public String relay(String number, String place) {
    var draft = new RelayDesk.Draft(number, place, "mosque", "Imam");
    if (relays.register(KEEPER, draft, "relay " + number).join()
        instanceof Ruling.Done<RelayPost> done) return done.now().thing().id();
    throw new AssertionError("not registered");
  }

  /** So many people follow a place. */
  public void follow(String place, int many) {
    for (int one = 0; one < many; one++) {
      var unused =
          subscribers
              .follow("k" + one, "P21266900000" + one, place, Reach.unproved("iam", Language.FR))
              .join();
    }
  }

  /** Relays of a place are asked to say a notice. */
  public void asked(String notice, String place) {
    int unused =
        announcements
            .ask(
                new Announcing(
                    notice,
                    "4821",
                    LocalText.of(Language.FR, "Neige.", Language.AR, "ثلج."),
                    Set.of(place),
                    now.plus(Duration.ofHours(6))))
            .join();
  }
}
