package ma.jisr.service.notices.notice;

import static ma.jisr.service.notices.notice.NoticeWorld.DESK;
import static ma.jisr.service.notices.notice.NoticeWorld.STRANGER;
import static ma.jisr.service.notices.notice.NoticeWorld.done;
import static ma.jisr.service.notices.notice.NoticeWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the phone of an account is sent for its holder alone: a trial of what others would read. */
class ApprovalsTest {
  private final NoticeWorld world = new NoticeWorld();

  private Ruling<Notice> trial(Hand hand, String id, @Nullable Language language, String key) {
    return world.notices.approvals().testTo(hand, "amina", id, language, key).join();
  }

  private List<String> trials() {
    List<String> all = new ArrayList<>();
    for (var document : world.store.scan(Letters.SPEC.name(), "", 100).join())
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows()) {
        var told = Objects.requireNonNull(row.notice());
        assertEquals("trial", told.message());
        assertEquals("amina", row.person());
        all.add(((Value.Text) Objects.requireNonNull(told.values().get("note"))).text());
      }
    return all;
  }

  @Test
  void aTrialIsMarkedAndGoesToNobodyElse() {
    Notice draft = world.drafted(DESK, world.water(), "w");
    assertInstanceOf(Ruling.Shown.class, trial(DESK, draft.id(), null, "t"));
    assertInstanceOf(Ruling.Shown.class, trial(DESK, draft.id(), null, "t"), "repeated");
    List<String> trials = trials();
    assertEquals(1, trials.size());
    assertTrue(trials.getFirst().startsWith("TEST: "), trials::toString);
    assertTrue(trials.getFirst().contains("Eau coupée mardi matin"), trials::toString);
    assertTrue(world.mailings.begun.isEmpty());
    assertEquals(State.DRAFT, world.now(draft.id()).state());
  }

  @Test
  void aCodeGoesToAPhoneThatHasNeverWritten() {
    Notice draft = world.drafted(DESK, world.water(), "w");
    for (String person : List.of(NoticeWorld.UNHEARD, "amina"))
      assertInstanceOf(
          Ruling.Shown.class,
          world.notices.approvals().ask(DESK, person, draft.id(), "ask " + person).join());
    List<String> codes = new ArrayList<>();
    for (var document : world.store.scan(Letters.SPEC.name(), "", 100).join()) {
      assertFalse(document.json().contains(NoticeWorld.UNHEARD_NUMBER), document::json);
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows())
        codes.add(Objects.requireNonNull(row.notice()).message() + ' ' + NoticeWorld.number(row));
    }
    Collections.sort(codes);
    assertEquals(List.of("seal ", "seal " + NoticeWorld.UNHEARD_NUMBER), codes);
  }

  @Test
  void inTheLanguageThatIsAskedFor() {
    Notice flood = world.drafted(DESK, world.flood(), "f");
    trial(DESK, flood.id(), Language.AR, "t");
    assertTrue(trials().getFirst().startsWith("تجربة: "), trials()::toString);
    Notice water = world.drafted(DESK, world.water(), "w");
    assertEquals(
        "language: it has no text in this one", refused(trial(DESK, water.id(), Language.AR, "u")));
  }

  @Test
  void onlyForWhoMayWriteOnIt() {
    Notice draft = world.drafted(DESK, world.water(), "w");
    Actor reader = new Actor("reader", Role.VIEWER, DESK.actor().territory());
    Hand viewer = Hand.account(reader, Way.API, true);
    assertEquals("NO_RIGHT", refused(trial(viewer, draft.id(), null, "v")));
    assertEquals("NO_RIGHT", refused(trial(STRANGER, draft.id(), null, "s")));
    assertEquals("UNKNOWN", refused(trial(DESK, "none", null, "n")));
    assertEquals(List.of(), trials());
  }

  @Test
  void anAccountHasSoManyTrialsADayWhateverIsRepeated() {
    Notice draft = world.drafted(DESK, world.water(), "d");
    int most = NoticeRules.Limit.USUAL.trials();
    for (int one = 0; one < most; one++)
      assertInstanceOf(Ruling.Shown.class, trial(DESK, draft.id(), null, "t" + one));
    assertEquals(
        "limit: " + most + " trials in 24 hours", refused(trial(DESK, draft.id(), null, "more")));
    assertInstanceOf(Ruling.Shown.class, trial(DESK, draft.id(), null, "t0"), "repeated");
    assertEquals(most, trials().size());
    Notice handedIn = done(world.desk().submit(DESK, draft.id(), null, "s").join());
    assertEquals(
        "limit: " + most + " trials in 24 hours", refused(trial(DESK, handedIn.id(), null, "x")));
    world.pass(Duration.ofHours(25));
    Notice next = world.drafted(DESK, world.water(), "e");
    assertInstanceOf(Ruling.Shown.class, trial(DESK, next.id(), null, "tomorrow"));
  }
}
