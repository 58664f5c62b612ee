package ma.jisr.service.audience;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.jisr.base.Vault;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.service.People;
import ma.jisr.service.People.Known;
import ma.jisr.service.audience.Enlisted.Spot;
import ma.jisr.service.audience.Enlistments.Change;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * Who hears notices: one document a subscriber, with all that sending one needs, and one row for
 * each list in which they stand. Lists are read by pages of people in ascending order, so that
 * millions are gone through with constant memory and a list is taken up where it was left. Numbers
 * are sealed under this part's key. Callable from any thread; never blocks.
 */
public final class Subscribers {
  /** Places that one person follows: home, the market town, where the parents live, and some. */
  public static final int MOST_PLACES = 6;

  /** Groups of one person: the places of eight shops, their communes and provinces, and some. */
  public static final int MOST_GROUPS = 40;

  /** People asked for at once. */
  public static final int MOST_AT_ONCE = Query.MAX_LIMIT;

  /** Nobody counts farther: more than every subscriber of a large region. */
  public static final long COUNTED = 5_000_000;

  public static final List<CollectionSpec> COLLECTIONS =
      List.of(Enlistments.SUBSCRIBERS, Enlistments.MEMBERSHIPS);

  private final Enlistments store;
  private final People people;
  private final Supplier<Gazetteer> gazetteer;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param people whose numbers are asked for once, when they are enlisted
   * @param vault seals numbers, under this part's key
   */
  public Subscribers(
      Store store, People people, Supplier<Gazetteer> gazetteer, Vault vault, InstantSource clock) {
    this.store = new Enlistments(store);
    this.people = people;
    this.gazetteer = gazetteer;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Somebody hears about a place from now on, on all topics that they have not muted.
   *
   * @param key of the wish: the same is done once
   * @param reach where nothing else is known of them
   */
  public CompletableFuture<Following> follow(
      String key, String person, String placeId, Reach reach) {
    return people
        .number(person)
        .thenCompose(
            number ->
                number.isEmpty()
                    ? now(Following.NO_NUMBER)
                    : follow(key, person, number.get(), placeId, reach));
  }

  /**
   * The same of somebody whose number is known otherwise.
   *
   * @param digits E.164 without the plus
   */
  CompletableFuture<Following> follow(
      String key, String person, String digits, String placeId, Reach reach) {
    Optional<Place> place = gazetteer.get().place(placeId);
    if (place.isEmpty()) return now(Following.NO_PLACE);
    Spot spot = new Spot(placeId, Lists.around(place.get()));
    return people
        .known(person)
        .thenCompose(
            known -> {
              Enlisted fresh = fresh(digits, reach, known);
              return store.change(
                  person,
                  key,
                  Priority.TURN,
                  lists(spot),
                  before -> following(before.orElse(fresh), spot, reach, known));
            });
  }

  private static Change<Following> following(
      Enlisted one, Spot spot, Reach supposed, Optional<Known> known) {
    if (one.stopped()) return new Change<>(null, Following.STOPPED);
    if (one.follows(spot.place())) return new Change<>(null, Following.FOLLOWED);
    if (one.places().size() >= MOST_PLACES) return new Change<>(null, Following.MANY);
    List<Spot> places = new ArrayList<>(one.places());
    places.add(spot);
    Reach reach = known.map(told -> Reach.of(told, supposed)).orElse(supposed);
    return new Change<>(one.reached(reach).following(places), Following.FOLLOWED);
  }

  /**
   * They hear no more about a place; who is in no list then is not kept.
   *
   * @return whether they were a subscriber; so of all changes
   */
  public CompletableFuture<Boolean> unfollow(String key, String person, String placeId) {
    Set<String> about = new TreeSet<>(List.of(Lists.place(placeId)));
    gazetteer.get().place(placeId).ifPresent(p -> about.addAll(lists(Lists.around(p))));
    return store.change(
        person,
        key,
        Priority.TURN,
        about,
        before ->
            change(
                before,
                one ->
                    one.following(
                        one.places().stream().filter(s -> !s.place().equals(placeId)).toList())));
  }

  /** Wants a topic no more, or again. Of somebody who hears nothing there is nothing to note. */
  public CompletableFuture<Boolean> mute(String person, String topic, boolean muted) {
    if (Topic.of(topic).isEmpty()) throw new IllegalArgumentException("there is no such topic");
    return edit(
        person,
        "mute " + topic + ' ' + muted,
        one -> {
          Set<String> topics = new TreeSet<>(one.muted());
          boolean changes = muted ? topics.add(topic) : topics.remove(topic);
          return changes ? one.muting(topics) : one;
        });
  }

  /**
   * Wants a topic no more if they heard it, again if they did not.
   *
   * @param key of the wish: the same is done once
   * @return whether it is muted now; empty for who is no subscriber
   */
  CompletableFuture<Optional<Boolean>> turn(String key, String person, Topic topic) {
    return store.change(
        person,
        key,
        Priority.TURN,
        List.of(),
        before -> {
          if (before.isEmpty()) return new Change<>(null, Optional.empty());
          Enlisted one = before.get();
          if (key.equals(one.turned()))
            return new Change<>(null, Optional.of(one.muted().contains(topic.id())));
          Set<String> topics = new TreeSet<>(one.muted());
          boolean muted = topics.add(topic.id());
          if (!muted) topics.remove(topic.id());
          return new Change<>(one.muting(topics).turnedBy(key), Optional.of(muted));
        });
  }

  /** Has said STOP, or JOIN. */
  public CompletableFuture<Boolean> stopAll(String person, boolean stopped) {
    return edit(
        person, "stop " + stopped, one -> one.stopped() == stopped ? one : one.stopped(stopped));
  }

  /** Is written to in another way from now on. */
  public CompletableFuture<Boolean> changed(String person, Reach reach) {
    return edit(person, "reach", one -> one.reached(reach));
  }

  /**
   * A member of a group, by number; made known where nobody of that number has written yet.
   *
   * @param digits E.164 without the plus
   * @param reach of somebody who is not enlisted yet
   * @return their id; empty where nobody of that number may be written to, or they are in too many
   */
  CompletableFuture<Optional<String>> put(String group, String digits, Reach reach, String key) {
    return people
        .of(digits, reach.link())
        .thenCompose(
            person ->
                person.isEmpty()
                    ? now(Optional.empty())
                    : enlist(group, person.get(), digits, reach, key)
                        .thenApply(in -> in ? person : Optional.empty()));
  }

  /**
   * The same of somebody whose id is known.
   *
   * @return whether they are in
   */
  CompletableFuture<Boolean> enlist(
      String group, String person, String digits, Reach reach, String key) {
    return people
        .known(person)
        .thenCompose(
            known -> {
              Enlisted fresh = fresh(digits, reach, known);
              return store.change(
                  person,
                  key,
                  Priority.BACKGROUND,
                  List.of(Lists.group(group)),
                  before -> enlisting(before.orElse(fresh), group));
            });
  }

  /** Somebody new: written to as their own words have told, else as it is supposed. */
  private Enlisted fresh(String digits, Reach supposed, Optional<Known> known) {
    Reach reach = known.map(one -> Reach.of(one, supposed)).orElse(supposed);
    return Enlisted.of(vault.seal(digits), reach, clock.millis())
        .stopped(known.map(Known::stopped).orElse(false));
  }

  private static Change<Boolean> enlisting(Enlisted one, String group) {
    if (one.groups().contains(group)) return new Change<>(null, true);
    if (one.groups().size() >= MOST_GROUPS) return new Change<>(null, false);
    List<String> groups = new ArrayList<>(one.groups());
    groups.add(group);
    return new Change<>(one.in(groups), true);
  }

  /** No member any more, by number. */
  CompletableFuture<Boolean> removeNumber(String group, String digits, String link, String key) {
    return people
        .of(digits, link)
        .thenCompose(person -> person.isEmpty() ? now(false) : remove(group, person.get(), key));
  }

  /** No member any more; who is in no list then is not kept. */
  CompletableFuture<Boolean> remove(String group, String person, String key) {
    return store.change(
        person,
        key,
        Priority.BACKGROUND,
        List.of(Lists.group(group)),
        before ->
            change(
                before,
                one -> one.in(one.groups().stream().filter(g -> !g.equals(group)).toList())));
  }

  /** Everything that is kept of somebody is deleted. */
  CompletableFuture<Boolean> erase(String person) {
    return edit(person, "erase", one -> one.following(List.of()).in(List.of()));
  }

  private CompletableFuture<Boolean> edit(String person, String why, UnaryOperator<Enlisted> by) {
    String key = why + ' ' + clock.millis();
    return store.change(person, key, Priority.TURN, List.of(), before -> change(before, by));
  }

  /** The answer is whether there is somebody to change. */
  private static Change<Boolean> change(Optional<Enlisted> before, UnaryOperator<Enlisted> by) {
    return new Change<>(
        before.map(by).filter(next -> !next.equals(before.get())).orElse(null), before.isPresent());
  }

  /**
   * People of a list, ascending by id.
   *
   * @param list of {@link Lists}
   * @param afterPerson whose successors; "" to start
   * @param most 1 to {@link #MOST_AT_ONCE}
   * @return empty behind the last
   */
  public CompletableFuture<List<String>> page(String list, String afterPerson, int most) {
    return store.page(list, afterPerson, most);
  }

  /** Those of them who are subscribers, by id; at most {@link #MOST_AT_ONCE}. */
  public CompletableFuture<Map<String, Subscriber>> of(Collection<String> people) {
    return store
        .getAll(people)
        .thenApply(
            all -> {
              Map<String, Subscriber> found = HashMap.newHashMap(all.size());
              all.forEach(
                  (person, one) ->
                      vault
                          .open(one.sealed())
                          .ifPresent(number -> found.put(person, one.subscriber(person, number))));
              return found;
            });
  }

  /** How many stand in a list, counted no farther than {@link #COUNTED}. */
  public CompletableFuture<Long> count(String list) {
    return store.count(list, COUNTED);
  }

  /** What somebody hears about; {@link Followed#NOTHING} for who is no subscriber. */
  public CompletableFuture<Followed> followed(String person) {
    return store
        .get(person)
        .thenApply(found -> found.map(Enlisted::followed).orElse(Followed.NOTHING));
  }

  private static List<String> lists(Spot spot) {
    return lists(spot.around());
  }

  private static List<String> lists(Collection<String> ids) {
    return ids.stream().map(Lists::place).toList();
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
