package ma.jisr.service.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What is kept of who hears notices: the places they follow, the groups they were put into, the
 * posts that they have as relays and what they announced. Nothing of it outlives an erasure.
 */
public final class AudienceHolding implements Holding {
  /** Kept until whoever it is of, or who registered it, takes it back. */
  private static final String UNTIL_ENDED = "until_ended";

  /** {@link RelayStore#KEEP} behind the end of each notice. */
  private static final String THIRTEEN_MONTHS = "thirteen_months";

  private final Subscribers subscribers;
  private final RelayStore relays;

  public AudienceHolding(Subscribers subscribers, RelayDesk relays) {
    this.subscribers = subscribers;
    this.relays = relays.store();
  }

  @Override
  public String name() {
    return "audience";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    CompletableFuture<Followed> followed = subscribers.followed(who.person());
    CompletableFuture<List<RelayPost>> posts = relays.of(who.person(), RelayDesk.MOST_OF_PERSON);
    CompletableFuture<List<Announcement>> told = relays.ofPerson(who.person(), Held.MOST);
    return followed
        .thenCombine(
            posts,
            (hears, is) -> {
              List<Held> all = new ArrayList<>();
              put(all, "places_followed", "to_send_notices", hears.places().size(), UNTIL_ENDED);
              put(all, "groups", "to_send_notices", hears.groups().size(), UNTIL_ENDED);
              put(all, "relay_posts", "to_announce", is.size(), UNTIL_ENDED);
              return all;
            })
        .thenCombine(
            told,
            (all, announced) -> {
              put(all, "announcements", "to_announce", announced.size(), THIRTEEN_MONTHS);
              return all;
            });
  }

  private static void put(List<Held> into, String what, String why, int count, String keptFor) {
    if (count > 0) into.add(new Held(what, why, Math.min(count, Held.MOST), keptFor));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return subscribers
        .erase(who.person())
        .thenCompose(_ -> relays.of(who.person(), RelayDesk.MOST_OF_PERSON))
        .thenCompose(
            posts -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (RelayPost post : posts)
                if (post.since() <= now.toEpochMilli())
                  all = all.thenCompose(_ -> relays.remove(post.id()));
              return all;
            })
        .thenCompose(_ -> announcements(who.person()));
  }

  private CompletableFuture<Void> announcements(String person) {
    return relays
        .ofPerson(person, Held.MOST)
        .thenCompose(
            some -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Announcement one : some) all = all.thenCompose(_ -> relays.forget(one));
              return some.size() < Held.MOST ? all : all.thenCompose(_ -> announcements(person));
            });
  }
}
