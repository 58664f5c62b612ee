package ma.jisr.service.audience;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;

/**
 * How many people hear of an area, for those whose territory it is. Callable from any thread.
 *
 * <p>Of a region it is the sum of its provinces: who follows places in two of them is in both.
 */
public final class AudienceCounts {
  private final Subscribers subscribers;
  private final Supplier<Gazetteer> gazetteer;

  public AudienceCounts(Subscribers subscribers, Supplier<Gazetteer> gazetteer) {
    this.subscribers = subscribers;
    this.gazetteer = gazetteer;
  }

  /**
   * How many there are.
   *
   * @param area an id; "" for everybody, which only those may ask who may act everywhere
   */
  public CompletableFuture<Ruling<AreaSize>> of(Actor actor, String area) {
    Gazetteer now = gazetteer.get();
    if (!area.isEmpty() && now.area(area).isEmpty())
      return CompletableFuture.completedFuture(Ruling.unknown());
    List<String> way = area.isEmpty() ? List.of() : now.way(area);
    if (!AudienceRights.allow(actor, AudienceDeed.COUNT, way))
      return CompletableFuture.completedFuture(Ruling.noRight());
    Set<String> lists = area.isEmpty() ? Set.of(Lists.ALL) : Lists.of(now, area);
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (String list : lists) sum = sum.thenCombine(subscribers.count(list), Long::sum);
    return sum.thenApply(size -> new Ruling.Done<>(new Versioned<>(new AreaSize(area, size), 0)));
  }
}
