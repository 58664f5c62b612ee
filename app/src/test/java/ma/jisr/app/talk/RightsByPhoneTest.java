package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.base.Language;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.gateway.account.Audit;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a phone can do to a hotspot, by every role in every territory, through the real
 * flows: it is done just where the table of rights says so, by USSD at once and by SMS with a code.
 */
class RightsByPhoneTest {
  private static final String SAMPLE = "sample-1042";
  private static final Msisdn MSISDN = new Msisdn("212661000001");
  private static final Instant AT = Instant.parse("2026-03-03T10:15:00Z");

  /** In memory, and never killed: the twentieth write of a few words does not come. */
  private static final Variation UNHURT = Variation.crash(1_000_000);

  @TempDir Path folder;

  static Stream<Stand> all() {
    return Stand.all();
  }

  private TalkWorld world(Stand stand) throws IOException {
    Talk.User user =
        new Talk.User(
            MSISDN,
            Optional.of(Language.FR),
            Talk.Letters.UNKNOWN,
            stand.role() == Role.PERSON ? Optional.empty() : Optional.of(stand.actor()),
            "",
            Optional.empty());
    return new TalkWorld(
        new Talk("rights", stand.toString(), user, AT, List.of(), List.of()), UNHURT, folder);
  }

  private static void types(TalkWorld world, String keys) {
    world.phone().types(keys);
    world.settle();
    world.pause();
  }

  private static void texts(TalkWorld world, String text) {
    world.phone().texts(text);
    world.settle();
    world.pause();
  }

  private static Hotspot.State state(TalkWorld world) {
    return world.repertoire().hotspots().map().byId(SAMPLE).orElseThrow().state();
  }

  private static int known(TalkWorld world) {
    return world.repertoire().hotspots().map().size();
  }

  @ParameterizedTest
  @MethodSource("all")
  void byUssd(Stand stand) throws IOException {
    try (TalkWorld world = world(stand)) {
      types(world, "*585#");
      types(world, "HS 1042 PANNE");
      assertConfirmed(stand, world);
      assertTrail(stand, world, "ussd hotspots.confirm.broken " + SAMPLE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void bySms(Stand stand) throws IOException {
    try (TalkWorld world = world(stand)) {
      texts(world, "HS 1042 PANNE");
      assertEquals(Hotspot.State.WORKS, state(world), "anybody may have sent it");
      assertEquals(List.of(), trail(world));
      world
          .phone()
          .nextMessage()
          .filter(text -> text.matches("(?s)\\d{6} .*"))
          .ifPresent(text -> texts(world, text.substring(0, 6)));
      assertConfirmed(stand, world);
      assertTrail(stand, world, "sms hotspots.confirm.broken " + SAMPLE);
    }
  }

  private static void assertConfirmed(Stand stand, TalkWorld world) {
    Hotspot.State expected = stand.may(Deed.CONFIRM) ? Hotspot.State.BROKEN : Hotspot.State.WORKS;
    assertEquals(expected, state(world));
  }

  /** Who has an account is named in it, done or not; anybody else is not. */
  private static void assertTrail(Stand stand, TalkWorld world, String what) {
    String line = "somebody " + what + " ";
    List<String> both = List.of(line + 0, line + (stand.may(Deed.CONFIRM) ? 200 : 403));
    assertEquals(stand.role() == Role.PERSON ? List.of() : both, trail(world));
  }

  private static List<String> trail(TalkWorld world) {
    return world.audit().read(Audit.day(AT), "", 10).join().stream()
        .map(
            line ->
                String.join(" ", line.who().by(), line.who().from(), line.did(), line.of())
                    + " "
                    + line.status())
        .toList();
  }

  /** What somebody names is proposed, whoever they are: at a desk it becomes a hotspot. */
  @ParameterizedTest
  @MethodSource("all")
  void nobodyPutsOneOnTheMap(Stand stand) throws IOException {
    try (TalkWorld world = world(stand)) {
      int before = known(world);
      assertTrue(before > 0);
      types(world, "*585#");
      types(world, "HS NEW Amizmiz, devant la poste");
      assertEquals(before, known(world));
      assertEquals(1, world.repertoire().field().ports().proposals().waiting(10).join().size());
    }
  }
}
