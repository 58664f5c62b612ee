package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import ma.jisr.base.Language;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;
import ma.jisr.service.People;
import ma.jisr.service.shops.ShopBook;
import ma.jisr.service.shops.ShopStaff;
import org.jspecify.annotations.Nullable;

/**
 * The groups of those who serve in shops: of the place, the commune and the province of each. The
 * register of staff holds no ids, so that nobody can be looked up in it; people are put into these
 * groups when they serve, and are looked at again every day. Callable from any thread.
 */
public final class Shopkeepers {
  /** Members looked at in one breath. */
  private static final int SLICE = 100;

  /** People remembered to have been looked at: then all are forgotten. */
  private static final int MOST_SEEN = 10_000;

  private final ShopStaff staff;
  private final ShopBook book;
  private final Subscribers subscribers;
  private final People people;
  private final Supplier<Gazetteer> gazetteer;
  private final Supplier<String> link;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param link by which somebody is written to of whom nothing is known
   */
  public Shopkeepers(
      ShopStaff staff,
      ShopBook book,
      Subscribers subscribers,
      People people,
      Supplier<Gazetteer> gazetteer,
      Supplier<String> link) {
    this.staff = staff;
    this.book = book;
    this.subscribers = subscribers;
    this.people = people;
    this.gazetteer = gazetteer;
    this.link = link;
  }

  /**
   * Somebody serves: looked at once while this process runs, and every day. What goes wrong is done
   * the next time.
   */
  public void serves(String person) {
    if (seen.size() >= MOST_SEEN) seen.clear();
    if (!seen.add(person)) return;
    var unused = review(person).whenComplete((_, failure) -> forget(person, failure));
  }

  private void forget(String person, @Nullable Throwable failure) {
    if (failure != null) seen.remove(person);
  }

  /** Somebody is in the groups of the shops in which they serve now, and in no other's. */
  public CompletableFuture<Void> review(String person) {
    return staff
        .of(person)
        .thenCompose(
            posts ->
                subscribers
                    .followed(person)
                    .thenCompose(followed -> change(person, wanted(posts), shops(followed))));
  }

  private static List<String> shops(Followed followed) {
    return followed.groups().stream().filter(group -> group.startsWith(Group.SHOPS)).toList();
  }

  private Set<String> wanted(List<ShopStaff.Member> posts) {
    Set<String> wanted = new LinkedHashSet<>();
    for (ShopStaff.Member post : posts)
      book.byId(post.shop())
          .flatMap(shop -> gazetteer.get().place(shop.place()))
          .ifPresent(place -> Lists.around(place).forEach(id -> wanted.add(Group.SHOPS + id)));
    return wanted;
  }

  private CompletableFuture<Void> change(String person, Set<String> wanted, List<String> had) {
    List<String> more = new ArrayList<>(wanted);
    more.removeAll(had);
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (String group : had)
      if (!wanted.contains(group))
        all = all.thenCompose(_ -> subscribers.remove(group, person, "left " + group));
    if (more.isEmpty()) return all.thenApply(_ -> null);
    return all.thenCompose(_ -> people.number(person))
        .thenCompose(
            number -> {
              CompletableFuture<?> in = CompletableFuture.completedFuture(null);
              if (number.isPresent())
                for (String group : more)
                  in = in.thenCompose(_ -> enlist(group, person, number.get()));
              return in.thenApply(_ -> null);
            });
  }

  private CompletableFuture<Boolean> enlist(String group, String person, String number) {
    Reach supposed = Reach.unproved(link.get(), Language.FR);
    return subscribers.enlist(group, person, number, supposed, "serves " + group);
  }

  /** Looks at all of them again. */
  public CompletableFuture<Void> reviewAll() {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Region region : gazetteer.get().regions())
      for (Province province : gazetteer.get().provinces(region.id()))
        all = all.thenCompose(_ -> review(Lists.group(Group.SHOPS + province.id()), ""));
    return all;
  }

  private CompletableFuture<Void> review(String list, String after) {
    return subscribers
        .page(list, after, SLICE)
        .thenCompose(
            people -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (String person : people) all = all.thenCompose(_ -> review(person));
              return people.isEmpty() ? all : all.thenCompose(_ -> review(list, people.getLast()));
            });
  }
}
