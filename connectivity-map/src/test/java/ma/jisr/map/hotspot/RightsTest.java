package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role in every territory against everything that the desk does. */
final class RightsTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final String ID = "sample-1042";

  /** Where it lies, and around: all of these cover it. */
  private static final List<Territory> COVERING =
      List.of(
          Territory.of(Set.of("al-haouz.amizmiz")),
          Territory.of(Set.of("safi", "al-haouz")),
          Territory.of(Set.of("marrakech-safi")),
          Territory.EVERYWHERE);

  private static final List<Territory> ELSEWHERE =
      List.of(Territory.NOWHERE, Territory.of(Set.of("zagora", "casablanca-settat")));

  static Stream<Arguments> all() {
    return Stream.of(Role.values())
        .flatMap(role -> Stream.of(Deed.values()).map(deed -> Arguments.of(role, deed)))
        .filter(a -> deeds().contains((Deed) a.get()[1]));
  }

  private static Set<Deed> deeds() {
    return EnumSet.complementOf(EnumSet.of(Deed.IMPORT, Deed.EXPORT));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("all")
  void aRoleMayDoWhatItsRowSaysInItsTerritory(Role role, Deed deed) {
    for (Territory territory : COVERING)
      assertEquals(Rights.of(role).contains(deed), may(role, territory, deed), territory::toString);
    for (Territory territory : ELSEWHERE)
      assertEquals(false, may(role, territory, deed), territory::toString);
  }

  private static boolean may(Role role, Territory territory, Deed deed) {
    Hotspots hotspots =
        Hotspots.on(
            new MemoryStore(Hotspots.COLLECTIONS),
            () -> GAZETTEER,
            HotspotTable.samples(GAZETTEER),
            Almanac.COMPUTED,
            InstantSource.fixed(Instant.EPOCH),
            Runnable::run);
    HotspotDesk desk = hotspots.desk();
    Actor actor = new Actor("a", role, territory);
    Decision decision =
        switch (deed) {
          case READ -> desk.read(actor, ID).join();
          case HISTORY -> desk.history(actor, ID).join();
          case CREATE -> desk.create(actor, Draft.of(Spots.named("New")), "w").join();
          case CHANGE -> desk.change(actor, ID, 0, Spots.named("B"), "w").join();
          case CONFIRM -> desk.confirm(actor, ID, Hotspot.State.BROKEN, "w").join();
          case RETIRE -> desk.retire(actor, ID, 0, "w").join();
          case UNDO -> {
            Actor other = new Actor("b", Role.OPERATOR, Territory.EVERYWHERE);
            Decision retired = desk.retire(other, ID, 0, "w-0").join();
            assertInstanceOf(Decision.Done.class, retired);
            yield desk.undo(actor, ID, 1, "w").join();
          }
          case IMPORT, EXPORT -> throw new IllegalArgumentException("not the desk's");
        };
    return !(decision instanceof Refused refused && refused.reason() == Reason.NO_RIGHT);
  }

  /** Moving a hotspot takes the right in both places. */
  @org.junit.jupiter.api.Test
  void nobodyMovesAHotspotOutOfTheirTerritory() {
    Hotspots hotspots =
        Hotspots.on(
            new MemoryStore(Hotspots.COLLECTIONS),
            () -> GAZETTEER,
            HotspotTable.samples(GAZETTEER),
            Almanac.COMPUTED,
            InstantSource.fixed(Instant.EPOCH),
            Runnable::run);
    Decision moved =
        hotspots.desk().change(HotspotDeskTest.AMINA, ID, 0, Spots.in("zagora.zagora"), "w").join();
    assertEquals(Reason.NO_RIGHT, assertInstanceOf(Refused.class, moved).reason());
  }
}
