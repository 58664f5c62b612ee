package ma.jisr.service.notices.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.notice.Category;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.Severity;
import ma.jisr.service.notices.notice.State;
import ma.jisr.service.notices.notice.Way;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.StoreException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of alerts: of those whose source signs, of others, and of what is made up. */
final class CapDeskTest {
  private static final String FIRST = "alerte@eau.example,crue-2026-0117,2026-11-20T18:00:00+01:00";

  @TempDir static Path folder;
  private static Signer source;
  private static Signer stranger;

  private CapWorld world;

  @BeforeAll
  static void sign() throws Exception {
    source = Signer.made(folder, "source");
    stranger = Signer.made(folder, "stranger");
  }

  @BeforeEach
  void open() throws Exception {
    world = new CapWorld(source.certificate());
  }

  private Notice first() throws Exception {
    return world.taken(source.signed(Flood.FILE));
  }

  /** A signed one that follows, sent so many minutes after the first, when that time has come. */
  private String following(String type, String identifier, int minutes, String references)
      throws Exception {
    return source.signed(unsigned(type, identifier, minutes, references));
  }

  private static String unsigned(String type, String identifier, int minutes, String references) {
    String sent = "2026-11-20T18:%02d:00+01:00".formatted(minutes);
    return Flood.following(type, identifier, sent, references);
  }

  private static String reference(String identifier, int minutes) {
    return "alerte@eau.example,%s,2026-11-20T18:%02d:00+01:00".formatted(identifier, minutes);
  }

  @Test
  void aSignedOneGoesOut() throws Exception {
    Notice notice = first();
    assertEquals(State.SENDING, notice.state());
    assertTrue(notice.emergency());
    assertEquals("cap.eau", notice.author());
    assertEquals(Way.SOURCE, notice.way());
    var facts = notice.facts();
    assertEquals(Kind.ALERT, facts.kind());
    assertEquals(Category.MET, facts.category());
    assertEquals(Severity.SEVERE, facts.gravity().severity());
    assertEquals(Set.of("al-haouz"), facts.area().places());
    assertEquals(1, facts.area().polygons().size());
    assertEquals(Set.of(Language.FR, Language.AR), facts.words().keySet(), "Spanish is nobody's");
    assertEquals(
        "Crue de l'oued Nfis", Objects.requireNonNull(facts.words().get(Language.FR)).headline());
    assertEquals(Instant.parse("2026-11-20T22:00:00Z"), facts.until());
    assertEquals("Agence du bassin", facts.sender().in(Language.FR, true));
    String sms = notice.texts().getOrDefault(Language.FR, "");
    assertTrue(sms.contains("Crue de l'oued Nfis") && sms.contains("Quittez les berges"), sms);
    assertEquals(List.of("begin"), world.mailings.said);
  }

  @Test
  void itIsTakenOnce() throws Exception {
    String file = source.signed(Flood.FILE);
    Notice notice = world.taken(file);
    CapRuling.Taken again = assertInstanceOf(CapRuling.Taken.class, world.take(file));
    assertEquals(notice.id(), again.notice().id());
    assertEquals(List.of("known before"), again.remarks());
    assertEquals(1, world.mailings.begun.size());
    String other = source.signed(Flood.with("Quittez", "Fuyez"));
    assertEquals(Fault.DUPLICATE, CapWorld.fault(world.take(other)));
  }

  @Test
  void aSourceMayHaveATopicOfItsOwn() throws Exception {
    assertEquals(Topic.WEATHER, first().facts().topic(), "by its category");
    String dam = Flood.with("alerte@eau.example", CapWorld.DAM);
    assertEquals(Topic.WATER, world.taken(dam).facts().topic());
  }

  @Test
  void anythingElseIsADraft() throws Exception {
    for (String file :
        List.of(
            Flood.FILE,
            stranger.signed(Flood.with("crue-2026-0117", "c2")),
            source.signed(Flood.FILE).replace("Quittez", "Restez sur").replace("crue-2026", "c3"),
            source.signed(Flood.with("<status>Actual", "<status>Draft").replace("crue-2026", "c4")),
            Flood.with("alerte@eau.example", CapWorld.DAM))) {
      Notice notice = world.taken(file);
      assertEquals(State.DRAFT, notice.state());
    }
    assertTrue(world.mailings.begun.isEmpty());
  }

  @Test
  void halfASentenceIsLookedAtFirst() throws Exception {
    String instruction = "Ne traversez " + "jamais ".repeat(30) + "le pont";
    CapRuling.Taken taken =
        assertInstanceOf(
            CapRuling.Taken.class,
            world.take(
                source.signed(
                    Flood.with("Quittez les berges. Montez sur les hauteurs.", instruction))));
    assertEquals(State.DRAFT, taken.notice().state());
    assertEquals(List.of("a draft: its words were cut to fit"), taken.remarks());
    String whole = "Quittez les berges. " + "Montez sur les hauteurs du village. ".repeat(6);
    Notice notice =
        world.taken(
            source.signed(
                Flood.with("Quittez les berges. Montez sur les hauteurs.", whole.strip())
                    .replace("crue-2026", "c2")));
    assertEquals(State.SENDING, notice.state(), "whole sentences were left out");
  }

  @Test
  void whoBringsAnUnsignedOneWritesIt() {
    Actor caid = new Actor("caid", Role.OFFICIAL, Territory.of(List.of("al-haouz")));
    CapRuling ruling = world.take(Flood.FILE, Hand.account(caid, Way.API, true));
    assertEquals("caid", CapWorld.taken(ruling).author());
    Actor other = new Actor("other", Role.OFFICIAL, Territory.of(List.of("chichaoua")));
    String second = Flood.with("crue-2026", "c2");
    assertEquals(
        Fault.OUTSIDE, CapWorld.fault(world.take(second, Hand.account(other, Way.API, true))));
  }

  @Test
  void nobodyTakesAnIdentifierAway() throws Exception {
    Notice draft = world.taken(Flood.FILE);
    Notice notice = first();
    assertEquals(State.SENDING, notice.state(), "what anybody wrote is not in its way");
    assertEquals(State.DRAFT, world.now(draft.id()).state());
    assertEquals(Fault.DUPLICATE, CapWorld.fault(world.take(Flood.FILE)), "but the reverse");
    world.pass(Duration.ofMinutes(10));
    Notice update = world.taken(following("Update", "u1", 10, FIRST));
    assertEquals(List.of(notice.id()), update.facts().references());
  }

  @Test
  void anUpdateReachesWhoGotTheFirst() throws Exception {
    Notice first = first();
    world.pass(Duration.ofMinutes(10));
    Notice update = world.taken(following("Update", "u1", 10, FIRST));
    assertEquals(Kind.UPDATE, update.facts().kind());
    assertEquals(List.of(first.id()), update.facts().references());
    assertEquals(State.SENDING, update.state());
    world.pass(Duration.ofMinutes(10));
    Notice cancel = world.taken(following("Cancel", "c1", 20, FIRST + " " + reference("u1", 10)));
    assertEquals(Kind.CANCEL, cancel.facts().kind());
    assertEquals(List.of(first.id(), update.id()), cancel.facts().references());
    world.pass(Duration.ofMinutes(10));
    assertEquals(
        Fault.OVERTAKEN, CapWorld.fault(world.take(following("Update", "u2", 30, FIRST))), "over");
  }

  @Test
  void aCancellationMaySayNothing() throws Exception {
    Notice first = first();
    world.pass(Duration.ofMinutes(10));
    String cancel = unsigned("Cancel", "c1", 10, FIRST);
    String bare = cancel.substring(0, cancel.indexOf("  <info>")) + "</alert>";
    Notice taken = world.taken(source.signed(bare));
    assertEquals(Kind.CANCEL, taken.facts().kind());
    assertEquals(first.facts().words(), taken.facts().words());
    assertEquals("c1", Objects.requireNonNull(taken.facts().origin()).identifier());
  }

  @Test
  void unsignedWordsChangeNothing() throws Exception {
    first();
    world.pass(Duration.ofMinutes(10));
    for (String type : List.of("Update", "Cancel")) {
      String file = unsigned(type, type, 10, FIRST);
      assertEquals(Fault.UNSIGNED, CapWorld.fault(world.take(file)));
      assertEquals(Fault.UNSIGNED, CapWorld.fault(world.take(stranger.signed(file))));
    }
    assertEquals(List.of("begin"), world.mailings.said);
  }

  @Test
  void onlyTheSameSenderChangesIt() throws Exception {
    first();
    world.pass(Duration.ofMinutes(10));
    String dams =
        unsigned("Cancel", "d1", 10, FIRST)
            .replace("<sender>alerte@eau.example", "<sender>" + CapWorld.DAM);
    assertEquals(Fault.UNKNOWN_REFERENCE, CapWorld.fault(world.take(dams)));
    String foreign =
        unsigned("Cancel", "d2", 10, FIRST)
            .replace("<sender>alerte@eau.example", "<sender>nobody@eau.example");
    assertEquals(Fault.UNKNOWN_SENDER, CapWorld.fault(world.take(foreign)));
  }

  @ParameterizedTest
  @CsvSource({
    "alerte@eau.example, crue-2026-0117, 2026-11-20T18:00:01+01:00",
    "alerte@eau.example, crue-2026-0118, 2026-11-20T18:00:00+01:00",
    "barrage@dam.example, crue-2026-0117, 2026-11-20T18:00:00+01:00",
  })
  void aReferenceIsExact(String sender, String identifier, String sent) throws Exception {
    first();
    world.pass(Duration.ofMinutes(10));
    String reference = String.join(",", sender, identifier, sent);
    assertEquals(
        Fault.UNKNOWN_REFERENCE,
        CapWorld.fault(world.take(following("Update", "u1", 10, reference))));
  }

  @Test
  void anOldUpdateIsNotSaidAgain() throws Exception {
    first();
    world.pass(Duration.ofMinutes(20));
    String late = following("Update", "u1", 10, FIRST);
    Notice newer = world.taken(following("Update", "u2", 20, FIRST));
    assertEquals(Fault.OVERTAKEN, CapWorld.fault(world.take(late)), "it comes too late");
    String said = following("Update", "u2", 20, FIRST);
    assertEquals(Fault.DUPLICATE, CapWorld.fault(world.take(said)), "signed once more");
    assertEquals(2, world.mailings.begun.size());
    assertEquals(State.SENDING, world.now(newer.id()).state());
  }

  @Test
  void itsTimeIsLookedAt() throws Exception {
    String file = source.signed(Flood.FILE);
    world.now.set(CapWorld.SENT.minus(CapDesk.AHEAD).minusSeconds(1));
    assertEquals(Fault.TOO_EARLY, CapWorld.fault(world.take(file)));
    world.now.set(Instant.parse("2026-11-20T22:00:00Z"));
    assertEquals(Fault.EXPIRED, CapWorld.fault(world.take(file)));
    String long_ =
        source.signed(Flood.with("2026-11-20T23", "2026-11-30T23").replace("crue-2026", "c2"));
    world.now.set(CapWorld.SENT.plus(CapDesk.MOST_AGE).plusSeconds(1));
    assertEquals(Fault.TOO_OLD, CapWorld.fault(world.take(long_)));
    world.now.set(CapWorld.SENT.plus(CapDesk.MOST_AGE));
    assertEquals(State.SENDING, world.taken(long_).state());
  }

  @Test
  void aTerritoryIsNotLeft() throws Exception {
    world =
        new CapWorld(
            source.certificate(), store -> store, Territory.of(List.of("agadir-ida-ou-tanane")));
    assertEquals(Fault.OUTSIDE, CapWorld.fault(world.take(source.signed(Flood.FILE))));
    world.pass(Duration.ofMinutes(2));
    String nowhere = Flood.with("07.041", "99.999").replaceAll("<polygon>.*</polygon>", "");
    assertEquals(Fault.REFUSED, CapWorld.fault(world.take(source.signed(nowhere))));
  }

  @Test
  void whatWasRefusedMayComeAgainMended() throws Exception {
    String nowhere = Flood.with("07.041", "99.999").replaceAll("<polygon>.*</polygon>", "");
    assertEquals(Fault.REFUSED, CapWorld.fault(world.take(source.signed(nowhere))));
    assertEquals(
        Fault.DUPLICATE,
        CapWorld.fault(world.take(source.signed(Flood.FILE))),
        "the first may still be under way");
    world.pass(Duration.ofMinutes(1));
    assertEquals(State.SENDING, first().state());
  }

  @Test
  void whatIsInterruptedIsDoneAgain() throws Exception {
    String file = source.signed(Flood.FILE);
    for (int failing = 0; failing < 12; failing++) {
      AtomicReference<Integer> left = new AtomicReference<>(failing);
      world =
          new CapWorld(
              source.certificate(),
              store ->
                  new FaultyStore(
                      store,
                      (method, collection) ->
                          left.getAndUpdate(n -> n - 1) == 0
                              ? new FaultyStore.Fault.Refuse(StoreException.Kind.UNREACHABLE)
                              : new FaultyStore.Fault.Pass()),
              Territory.EVERYWHERE);
      try {
        CapRuling unused = world.take(file);
      } catch (CompletionException e) {
        assertInstanceOf(StoreException.class, e.getCause());
      }
      assertEquals(State.SENDING, world.taken(file).state(), "call " + failing);
      assertFalse(world.mailings.begun.size() > 1);
    }
  }

  @Test
  void whatNobodyHasHeardIsNotSentAnyMore() throws Exception {
    String later =
        Flood.with(
            "    <expires>", "    <effective>2026-11-20T21:00:00+01:00</effective><expires>");
    Notice first = world.taken(source.signed(later));
    assertEquals(State.SCHEDULED, first.state());
    world.pass(Duration.ofMinutes(10));
    Notice update = world.taken(following("Update", "u1", 10, FIRST));
    assertEquals(State.CANCELLED, world.now(first.id()).state());
    assertEquals(Kind.ALERT, update.facts().kind(), "to all: nobody has heard the first");
    assertEquals(1, world.mailings.begun.size());
  }

  @Test
  void aScheduledOneIsTakenBackSilently() throws Exception {
    String later =
        Flood.with(
            "    <expires>", "    <effective>2026-11-20T21:00:00+01:00</effective><expires>");
    Notice first = world.taken(source.signed(later));
    world.pass(Duration.ofMinutes(10));
    Notice told = world.taken(following("Cancel", "c1", 10, FIRST));
    assertEquals(first.id(), told.id());
    assertEquals(State.CANCELLED, told.state());
    assertTrue(world.mailings.begun.isEmpty());
  }
}
