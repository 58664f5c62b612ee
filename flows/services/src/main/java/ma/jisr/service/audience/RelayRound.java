package ma.jisr.service.audience;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;

/**
 * One round by all relays of some areas, to ask them to say a notice: province by province, some at
 * a time, a page of them with one write. Callable from any thread.
 */
final class RelayRound {
  /** Provinces under way at once: so many pages of relays are in memory, and no more. */
  static final int ABREAST = 4;

  /** Relays asked with one write: what a batch of the store takes beside everything else. */
  static final int PAGE = 200;

  /**
   * Relays of one round that are told at once, as many as the engine takes in: the others are found
   * by the outboxes' relay, 200 a second.
   */
  static final int TOLD_AT_ONCE = 2_000;

  private final RelayDesk desk;
  private final Instant now;
  private final Announcing wanted;
  private final Notice told;

  /** Provinces all of whose relays are asked. */
  private final Set<String> whole = new HashSet<>();

  /** Places, those of whose relays are asked. */
  private final Set<String> places = new HashSet<>();

  private final Queue<String> provinces = new ArrayDeque<>();
  private final AtomicInteger relays = new AtomicInteger();
  private final AtomicInteger hasten = new AtomicInteger();

  RelayRound(RelayDesk desk, Gazetteer gazetteer, Instant now, Announcing wanted) {
    this.desk = desk;
    this.now = now;
    this.wanted = wanted;
    this.told =
        new Notice(
            Announcements.FLOW,
            Announcements.ASKED,
            Map.of("text", new Value.Local(wanted.aloud()), "code", new Value.Text(wanted.code())),
            Urgency.REPLY,
            wanted.until());
    Set<String> in = new HashSet<>();
    for (String id : wanted.areas())
      gazetteer
          .area(id)
          .ifPresent(
              area -> {
                switch (area) {
                  case Region region ->
                      gazetteer
                          .provinces(region.id())
                          .forEach(province -> whole.add(province.id()));
                  case Province province -> whole.add(province.id());
                  case Place place -> {
                    places.add(place.id());
                    in.add(place.province());
                  }
                }
              });
    in.addAll(whole);
    provinces.addAll(in);
  }

  /** Asks them; complete when that is durable for all, with how many relays there are. */
  CompletableFuture<Integer> all() {
    CompletableFuture<?>[] lanes = new CompletableFuture<?>[ABREAST];
    for (int lane = 0; lane < ABREAST; lane++) lanes[lane] = lane();
    return CompletableFuture.allOf(lanes).thenApply(_ -> relays.get());
  }

  /** Takes one province after the other until none is left. */
  private CompletableFuture<Void> lane() {
    String province;
    synchronized (provinces) {
      province = provinces.poll();
    }
    return province == null
        ? CompletableFuture.allOf()
        : desk.store()
            .relays(province, RelayDesk.MOST_IN_PROVINCE)
            .thenCompose(found -> ask(asked(province, found), 0))
            .thenCompose(_ -> lane());
  }

  private List<RelayPost> asked(String province, List<RelayPost> found) {
    if (whole.contains(province)) return found;
    List<RelayPost> asked = new ArrayList<>();
    for (RelayPost post : found)
      if (post.around().stream().anyMatch(places::contains)) asked.add(post);
    return asked;
  }

  private CompletableFuture<Void> ask(List<RelayPost> posts, int from) {
    if (from >= posts.size()) return CompletableFuture.allOf();
    List<RelayPost> page = posts.subList(from, Math.min(posts.size(), from + PAGE));
    List<RelayStore.Asking> all = new ArrayList<>();
    for (RelayPost post : page)
      all.add(new RelayStore.Asking(announcement(post), desk.digits(post), told));
    boolean soon = hasten.addAndGet(page.size()) <= TOLD_AT_ONCE;
    relays.addAndGet(page.size());
    return desk.store().ask(all, soon, now).thenCompose(_ -> ask(posts, from + PAGE));
  }

  private Announcement announcement(RelayPost post) {
    return new Announcement(
        wanted.notice(),
        wanted.code(),
        post.id(),
        post.person(),
        post.place(),
        wanted.aloud(),
        now.toEpochMilli(),
        wanted.until().toEpochMilli(),
        0);
  }
}
