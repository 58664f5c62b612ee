package ma.jisr.service.shops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.FieldDouble;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** One node with shops, on a store that others may share. */
public final class ShopWorld {
  public static final Gazetteer GAZETTEER = StarterGazetteer.read();
  public static final String AMIZMIZ = "al-haouz.amizmiz";
  public static final Actor OWNER = new Actor("owner", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  public static final Actor HAOUZ =
      new Actor("keeper", Role.OPERATOR, Territory.of(Set.of("al-haouz")));

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  public final Store store;
  public final Shops shops;

  public ShopWorld() {
    this(new MemoryStore(FieldDouble.shopSpecs()), ShopSamples.read());
  }

  public ShopWorld(Store store, Map<String, Shop> samples) {
    this.store = store;
    this.shops =
        Shops.on(
            store,
            () -> GAZETTEER,
            samples,
            Almanac.COMPUTED,
            new ChangeFeed(store, now::get),
            Vault.passing(new Random(7)),
            now::get,
            Runnable::run);
    shops.reload().join();
  }

  public ShopDesk desk() {
    return shops.desk();
  }

  public static ShopFacts facts(String name, Trade trade, String place) {
    return new ShopFacts(
        LocalText.of(Language.FR, name, Language.EN, name),
        List.of(),
        trade,
        place,
        null,
        null,
        Timetable.of("Mo-Su 08:00-20:00"),
        List.of(),
        null,
        null,
        Duty.NONE,
        null);
  }

  public Shop made(String name, Trade trade, String place) {
    return done(
        desk().create(OWNER, new ShopDraft(facts(name, trade, place), null), name + place).join());
  }

  public static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }
}
