package ma.jisr.service.audience;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;

/**
 * What relays are asked to say aloud and whether they have: each relay of a notice's area is told
 * its words once, and says when they have been read out. Callable from any thread.
 */
public final class Announcements {
  /** The flow that has the messages. */
  static final String FLOW = "audience.relay";

  /** What a relay is told: {@code text}, {@code code}. */
  static final String ASKED = "asked";

  /** Announcements shown to one relay. */
  static final int MOST_SHOWN = 4;

  /** Relays of one notice that are listed. */
  public static final int LISTED = Query.MAX_LIMIT;

  private final RelayDesk desk;
  private final RelayStore store;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  public Announcements(RelayDesk desk, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.desk = desk;
    this.store = desk.store();
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * Asks all relays of the areas. Repeated, whoever has been asked is not asked again.
   *
   * @return how many relays there are
   */
  public CompletableFuture<Integer> ask(Announcing wanted) {
    return new RelayRound(desk, gazetteer.get(), clock.instant(), wanted).all();
  }

  /** What somebody has been asked to say and has not yet. */
  public CompletableFuture<List<Announcement>> waiting(String person) {
    return store.waiting(person, clock.instant(), MOST_SHOWN);
  }

  /**
   * Somebody has said it. The same again is the same answer.
   *
   * @param id of {@link Announcement#id}
   * @return empty where nothing of the kind was asked of them
   */
  public CompletableFuture<Optional<Announcement>> announced(String id, String person, String key) {
    return store.announced(id, person, key, clock.instant());
  }

  /**
   * Who has been asked to say a notice, and who has said it when, with the post of each that is
   * still one; those in the actor's territory.
   */
  public CompletableFuture<Ruling<List<Told>>> of(Actor actor, String notice) {
    if (!AudienceRights.of(actor.role()).contains(AudienceDeed.RELAY))
      return CompletableFuture.completedFuture(Ruling.noRight());
    return store
        .asked(notice, LISTED)
        .thenCompose(
            all -> {
              CompletableFuture<List<Told>> told =
                  CompletableFuture.completedFuture(new ArrayList<>());
              for (Announcement one : all)
                if (actor.territory().covers(gazetteer.get().way(one.place())))
                  told =
                      told.thenCombine(
                          store.relay(one.relay()),
                          (list, post) -> {
                            list.add(new Told(one, post));
                            return list;
                          });
              return told;
            })
        .thenApply(told -> new Ruling.Done<>(new Versioned<>(told, 0)));
  }

  /** An announcement, and the relay as it is now; empty when they are none any more. */
  public record Told(Announcement announcement, Optional<RelayPost> relay) {}

  /** How long it is kept behind a notice's end. */
  public static Retention retention() {
    return RelayStore.retention();
  }
}
