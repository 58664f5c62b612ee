package ma.jisr.service.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.store.Store;
import org.junit.jupiter.api.Test;

/** A whole region's relays are asked some provinces at a time, a page of them with one write. */
class RelayRoundTest {
  private static final Actor MINISTRY = new Actor("ministry", Role.OFFICIAL, Territory.EVERYWHERE);

  private final AudienceWorld world = new AudienceWorld();

  /** What the store has been asked and has not answered. */
  private final Queue<Runnable> unanswered = new ArrayDeque<>();

  private int inserts;

  /** The world's store, which answers when it is told to. */
  private final Store slow =
      (Store)
          Proxy.newProxyInstance(
              Store.class.getClassLoader(),
              new Class<?>[] {Store.class},
              (_, method, arguments) -> {
                if (!(method.invoke(world.store, arguments) instanceof CompletableFuture<?> answer))
                  return null;
                if (method.getName().equals("insert")) inserts++;
                CompletableFuture<Object> late = new CompletableFuture<>();
                unanswered.add(() -> late.complete(answer.join()));
                return late;
              });

  private void relay(int number, String place) {
    Ruling<RelayPost> ruling =
        world
            .relays
            .register(
                MINISTRY, new RelayDesk.Draft("06610" + (10_000 + number), place, "", ""), "k")
            .join();
    assertTrue(ruling instanceof Ruling.Done, ruling.toString());
  }

  private Announcements over(Store store) {
    return new Announcements(
        new RelayDesk(
            store,
            world.outboxes,
            world.people,
            () -> AudienceWorld.GAZETTEER,
            () -> "sim",
            Vault.passing(new Random(8)),
            world.now::get),
        () -> AudienceWorld.GAZETTEER,
        world.now::get);
  }

  private Announcing snow(String area) {
    return new Announcing(
        "n1",
        "4821",
        LocalText.of(Language.FR, "Neige.", Language.AR, "ثلج."),
        Set.of(area),
        world.now.get().plus(Duration.ofHours(6)));
  }

  @Test
  void fourProvincesAtATimeAndAPageWithOneWrite() {
    List<String> towns =
        AudienceWorld.GAZETTEER.provinces("marrakech-safi").stream()
            .map(province -> AudienceWorld.GAZETTEER.towns(province.id()).getFirst().id())
            .toList();
    int count = 0;
    for (String town : towns) relay(count++, town);
    for (int more = 0; more < RelayRound.PAGE; more++) relay(count++, towns.getFirst());
    CompletableFuture<Integer> asked = over(slow).ask(snow("marrakech-safi"));
    int most = 0;
    while (!unanswered.isEmpty()) {
      most = Math.max(most, unanswered.size());
      unanswered.remove().run();
    }
    assertEquals(count, asked.join());
    assertEquals(RelayRound.ABREAST, most);
    assertEquals(towns.size() + 1, inserts, "a write a province, and one for the second page");
  }

  @Test
  void whoHasBeenAskedBeforeACrashIsNotAskedAgain() {
    relay(1, "al-haouz.amizmiz");
    relay(2, "safi.safi");
    CompletableFuture<Integer> killed = over(slow).ask(snow("marrakech-safi"));
    while (inserts == 0) unanswered.remove().run();
    assertFalse(killed.isDone());
    assertEquals(2, over(world.store).ask(snow("marrakech-safi")).join());
    assertEquals(2, world.store.scan("announcements", "", 10).join().size());
  }
}
