package ma.jisr.service.shops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.SoundIndex;
import org.jspecify.annotations.Nullable;

/**
 * All shops in memory, by id, code and place. Readers never wait; a change costs the same however
 * many there are. Safe on any thread.
 */
final class ShopTable implements Book.Sorted<Shop> {
  private final Map<String, ListedShop> byId = new ConcurrentHashMap<>();
  private final Map<String, ListedShop> byCode = new ConcurrentHashMap<>();

  /** By the id of the place; the lists are replaced, never changed. */
  private final Map<String, List<ListedShop>> byPlace = new ConcurrentHashMap<>();

  private final SoundIndex<ListedShop> words = new SoundIndex<>();

  /** Versions of those out of use, so that an older word does not bring them back. */
  private final Map<String, Long> retired = new ConcurrentHashMap<>();

  /** By what was written: most shops keep the hours of many others. */
  private final Map<Timetable, OpeningHours> hours = new ConcurrentHashMap<>();

  /** Takes a shop over as it is; an older version than that which is known is ignored. */
  @Override
  public synchronized void put(Versioned<Shop> kept) {
    Shop shop = kept.thing();
    ListedShop before = byId.get(shop.id());
    long known = before == null ? retired.getOrDefault(shop.id(), -1L) : before.kept().version();
    if (known > kept.version()) return;
    if (before != null && before.kept().equals(kept)) return;
    if (shop.retired()) {
      retired.put(shop.id(), kept.version());
    } else {
      ListedShop next =
          new ListedShop(
              kept, hours.computeIfAbsent(shop.hours(), OpeningHours::of), ShopNames.of(shop));
      retired.remove(shop.id());
      byId.put(shop.id(), next);
      byCode.put(shop.code(), next);
      byPlace.merge(shop.place(), List.of(next), ShopTable::both);
      words.add(next);
    }
    if (before != null) drop(before);
  }

  /** Drops a shop that is no longer kept: a batch had made it, and was taken back. */
  @Override
  public synchronized void remove(String id) {
    ListedShop gone = byId.get(id);
    if (gone != null) drop(gone);
    retired.remove(id);
  }

  private static List<ListedShop> both(List<ListedShop> a, List<ListedShop> b) {
    List<ListedShop> all = new ArrayList<>(a.size() + b.size());
    all.addAll(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  private void drop(ListedShop gone) {
    words.remove(gone);
    byId.remove(gone.shop().id(), gone);
    byCode.remove(gone.shop().code(), gone);
    byPlace.computeIfPresent(
        gone.shop().place(),
        (_, there) -> {
          List<ListedShop> left = there.stream().filter(one -> !one.equals(gone)).toList();
          return left.isEmpty() ? null : left;
        });
  }

  /** By the sounds of their names' words. */
  SoundIndex<ListedShop> words() {
    return words;
  }

  @Nullable ListedShop byId(String id) {
    return byId.get(id);
  }

  @Nullable ListedShop byCode(String code) {
    return byCode.get(code);
  }

  List<ListedShop> in(String place) {
    return byPlace.getOrDefault(place, List.of());
  }

  /** The ids of the places that have shops. */
  Collection<String> places() {
    return byPlace.keySet();
  }

  Collection<ListedShop> all() {
    return byId.values();
  }

  @Override
  public void settle() {
    words.settle();
  }

  @Override
  public int size() {
    return byId.size();
  }
}
