package ma.jisr.service.notices.notice;

import static ma.jisr.service.notices.notice.NoticeWorld.AMIZMIZ;
import static ma.jisr.service.notices.notice.NoticeWorld.ASNI;
import static ma.jisr.service.notices.notice.NoticeWorld.CAID;
import static ma.jisr.service.notices.notice.NoticeWorld.DEPUTY;
import static ma.jisr.service.notices.notice.NoticeWorld.DESK;
import static ma.jisr.service.notices.notice.NoticeWorld.PROVINCE;
import static ma.jisr.service.notices.notice.NoticeWorld.ROBOT;
import static ma.jisr.service.notices.notice.NoticeWorld.STRANGER;
import static ma.jisr.service.notices.notice.NoticeWorld.done;
import static ma.jisr.service.notices.notice.NoticeWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.mailing.Aim;
import ma.jisr.service.notices.mailing.Grade;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Progress.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDeskTest {
  private final NoticeWorld world = new NoticeWorld();

  private Mailing mailing(Notice notice) {
    return Objects.requireNonNull(world.mailings.begun.get(notice.id()));
  }

  @Test
  void aSmallNoticeGoesAtOnceAndIsInTheBook() {
    Notice notice = world.submitted(DESK, world.water(), "w");
    assertEquals(State.SENDING, notice.state());
    assertEquals(Set.of("p:" + AMIZMIZ), notice.lists());
    Mailing mailing = mailing(notice);
    assertEquals(Grade.ORDINARY, mailing.grade());
    assertEquals(new Aim.Lists(Set.of("p:" + AMIZMIZ)), mailing.aim());
    assertTrue(mailing.quiet().isPresent());
    assertEquals(notice.texts(), mailing.texts());
    assertEquals(List.of(notice), world.notices.book().current(AMIZMIZ, world.now.get()));
    assertEquals(List.of(), world.notices.book().current(ASNI, world.now.get()));
    assertEquals(Optional.of(notice), world.notices.book().byCode(notice.code()));
    assertEquals(List.of(), world.alarms);
  }

  @Test
  void aLargeOneWaitsForSomebodyElseWithTheirPhone() {
    world.mailings.people = 501;
    Notice notice = world.submitted(DESK, world.water(), "w");
    assertEquals(State.IN_REVIEW, notice.state());
    assertTrue(world.mailings.begun.isEmpty());
    Hand author = DESK.proved();
    Hand token = Hand.account(DEPUTY.actor(), Way.API, true);
    assertEquals(
        "author: whoever has written on it cannot approve it",
        refused(world.desk().approve(author, notice.id(), notice.digest(), "a").join()));
    assertTrue(
        refused(world.desk().approve(token, notice.id(), notice.digest(), "b").join())
            .startsWith("proof:"));
    assertTrue(
        refused(world.desk().approve(ROBOT, notice.id(), notice.digest(), "c").join())
            .startsWith("proof:"));
    assertEquals(
        "NO_RIGHT",
        refused(world.desk().approve(STRANGER, notice.id(), notice.digest(), "d").join()));
    assertEquals(
        "digest: it is not what you have seen",
        refused(world.desk().approve(DEPUTY, notice.id(), "0".repeat(64), "e").join()));
    Notice approved = done(world.desk().approve(DEPUTY, notice.id(), notice.digest(), "f").join());
    assertEquals(State.SENDING, approved.state());
    assertEquals("deputy", approved.approvals().getFirst().account());
    assertEquals(notice.texts(), mailing(approved).texts());
  }

  @Test
  void whatIsChangedAfterAnApprovalIsApprovedNoMore() {
    world.mailings.people = 501;
    NoticeFacts later = shifted(world.water(), Duration.ofHours(2));
    Notice notice = world.submitted(DESK, later, "w");
    notice = done(world.desk().approve(PROVINCE, notice.id(), notice.digest(), "a").join());
    assertEquals(State.SCHEDULED, notice.state());
    Hand province = Hand.account(PROVINCE.actor(), Way.API, true);
    Notice changed =
        done(world.desk().change(province, notice.id(), null, world.water(), "c").join());
    assertEquals(State.DRAFT, changed.state());
    assertEquals(List.of(), changed.approvals());
    Notice again = done(world.desk().submit(DESK, notice.id(), null, "s").join());
    assertEquals(State.IN_REVIEW, again.state());
    assertTrue(
        refused(world.desk().approve(PROVINCE, again.id(), again.digest(), "b").join())
            .startsWith("author:"),
        "who wrote on it");
    assertEquals(
        State.DRAFT, done(world.desk().sendBack(DEPUTY, again.id(), "non", "d").join()).state());
    assertEquals("non", world.now(again.id()).note());
  }

  @Test
  void anEmergencyGoesAtOnceIsToldAndReviewedByAnother() {
    Notice flood = world.submitted(CAID, world.flood(), "f");
    assertEquals(State.SENDING, flood.state());
    assertTrue(flood.emergency());
    assertTrue(flood.unreviewed());
    assertEquals(List.of(flood.id()), world.alarms);
    assertEquals(Grade.EXTREME, mailing(flood).grade());
    assertTrue(mailing(flood).quiet().isEmpty());
    assertTrue(
        refused(world.desk().review(CAID, flood.id(), "", "r").join()).startsWith("author:"));
    Notice reviewed = done(world.desk().review(PROVINCE, flood.id(), "juste", "s").join());
    assertFalse(reviewed.unreviewed());
    assertTrue(
        refused(world.desk().review(DEPUTY, flood.id(), "", "t").join()).startsWith("state:"));
  }

  @Test
  void aSecondEmergencyFromAPhoneWithinTheHourIsRefusedAndLaterGoes() {
    Notice first = world.submitted(CAID, world.flood(), "a");
    Notice second = world.drafted(CAID, world.flood(), "b");
    assertTrue(
        refused(world.desk().submit(CAID, second.id(), null, "s").join()).startsWith("limit:"));
    assertEquals(first, done(world.desk().submit(CAID, first.id(), null, "a submit").join()));
    world.pass(Duration.ofHours(1));
    assertEquals(
        State.SENDING, done(world.desk().submit(CAID, second.id(), null, "t").join()).state());
  }

  @Test
  void recallReachesExactlyThoseWhoGotItAtNightToo() {
    Notice flood = world.submitted(CAID, world.flood(), "f");
    Notice cancel = done(world.desk().recall(DEPUTY, flood.id(), "erreur", "r").join());
    assertEquals(Kind.CANCEL, cancel.facts().kind());
    assertEquals(State.SENDING, cancel.state());
    assertEquals(new Aim.SameAs(List.of(flood.id())), mailing(cancel).aim());
    assertEquals(Grade.EXTREME, mailing(cancel).grade());
    assertEquals(State.CANCELLED, world.now(flood.id()).state());
    assertEquals(Stage.CANCELLED, world.mailings.stages.get(flood.id()));
    assertTrue(Objects.requireNonNull(cancel.texts().get(Language.FR)).contains("ANNUL"));
    assertEquals(List.of(), world.notices.book().current(AMIZMIZ, world.now.get()));
    assertEquals(
        cancel.id(), done(world.desk().recall(DEPUTY, flood.id(), "erreur", "r").join()).id());
    assertEquals(2, world.mailings.begun.size());
  }

  @Test
  void whatNobodyHasGotIsOnlyTakenBack() {
    Notice later = world.submitted(DESK, shifted(world.water(), Duration.ofHours(1)), "w");
    assertEquals(State.SCHEDULED, later.state());
    Notice gone = done(world.desk().recall(DEPUTY, later.id(), "", "r").join());
    assertEquals(State.CANCELLED, gone.state());
    assertTrue(world.mailings.begun.isEmpty());
    world.pass(Duration.ofHours(2));
    world.look();
    assertTrue(world.mailings.begun.isEmpty());
  }

  @Test
  void anUpdateStopsWhatItOvertakesAndReachesAllForWhomThatWas() {
    Notice flood = world.submitted(CAID, world.flood(), "f");
    NoticeFacts facts =
        world.facts(
            Kind.UPDATE,
            NoticeWorld.extreme(),
            new Template("flood", "cross"),
            Map.of(),
            Area.of(AMIZMIZ),
            List.of(flood.id()));
    world.pass(Duration.ofHours(1));
    Notice half = world.submitted(CAID, facts, "u");
    assertEquals(new Aim.Lists(Set.of("p:" + AMIZMIZ)), mailing(half).aim(), "it was going out");
    assertEquals(State.CANCELLED, world.now(flood.id()).state());
    world.mailings.stages.put(half.id(), Stage.DONE);
    world.look();
    world.pass(Duration.ofHours(1));
    NoticeFacts more =
        world.facts(
            Kind.UPDATE,
            NoticeWorld.extreme(),
            facts.template(),
            Map.of(),
            facts.area(),
            List.of(half.id()));
    Notice whole = world.submitted(CAID, more, "v");
    assertEquals(new Aim.SameAs(List.of(half.id(), flood.id())), mailing(whole).aim());
    assertEquals(List.of(whole), world.notices.book().current(AMIZMIZ, world.now.get()));
  }

  @Test
  void pausedItIsHeldAndGoesOn() {
    Notice notice = world.submitted(DESK, world.water(), "w");
    done(world.desk().pause(DESK, notice.id(), "p").join());
    assertEquals(Stage.PAUSED, world.mailings.stages.get(notice.id()));
    assertTrue(refused(world.desk().pause(DESK, notice.id(), "q").join()).startsWith("state:"));
    assertEquals(
        State.PAUSED, done(world.desk().pause(DESK, notice.id(), "p").join()).state(), "repeated");
    done(world.desk().resume(ROBOT, notice.id(), "r").join());
    assertEquals(Stage.SENDING, world.mailings.stages.get(notice.id()));
    assertEquals(List.of("begin", "pause", "resume"), world.mailings.said);
  }

  @Test
  void whatIsOverIsNotSentAndWhatItCameToIsNoted() {
    Notice done = world.submitted(DESK, world.water(), "w");
    world.mailings.stages.put(done.id(), Stage.DONE);
    world.look();
    world.look();
    Notice end = world.now(done.id());
    assertEquals(State.DONE, end.state());
    assertEquals(38, Objects.requireNonNull(end.outcome()).delivered());
    assertFalse(end.open());
    Notice late = world.submitted(DESK, shifted(world.water(), Duration.ofHours(1)), "l");
    Notice draft = world.drafted(DESK, world.water(), "d");
    world.pass(Duration.ofHours(5));
    world.look();
    assertEquals(State.EXPIRED, world.now(late.id()).state());
    assertEquals(State.EXPIRED, world.now(draft.id()).state());
    assertEquals(1, world.mailings.begun.size());
  }

  @Test
  void territoriesRule() {
    assertEquals("NO_RIGHT", refused(world.desk().draft(STRANGER, world.water(), "a").join()));
    NoticeFacts wide = world.water(Area.of("al-haouz"));
    assertEquals("NO_RIGHT", refused(world.desk().draft(DESK, wide, "b").join()));
    assertEquals(
        Set.of("p:al-haouz"),
        world.submitted(Hand.account(PROVINCE.actor(), Way.API, true), wide, "c").lists());
    NoticeFacts group =
        world.water(new Area(Set.of(), List.of(), List.of(), Set.of("elected"), null));
    assertEquals("NO_RIGHT", refused(world.desk().draft(PROVINCE, group, "d").join()));
    assertTrue(
        refused(world.desk().draft(PROVINCE, world.water(Area.of("atlantis")), "e").join())
            .contains("RIGHT"));
    assertNotEquals(
        world.drafted(DESK, world.water(), "f"), world.drafted(DESK, world.water(), "g"));
    assertInstanceOf(
        Ruling.Shown.class,
        world.desk().read(DEPUTY, world.drafted(DESK, world.water(), "f").id()).join());
  }

  @Test
  void aPreviewChangesNothing() {
    Preview preview = done(world.desk().preview(CAID, world.flood()).join());
    assertEquals(Preview.Path.EMERGENCY, preview.path());
    assertEquals(6, preview.texts().size());
    assertEquals(40, preview.estimate().people());
    assertEquals(Set.of(AMIZMIZ), preview.places());
    world.mailings.people = 501;
    assertEquals(
        Preview.Path.REVIEW, done(world.desk().preview(DESK, world.water()).join()).path());
    assertEquals(0, world.notices.book().size());
  }

  private static NoticeFacts shifted(NoticeFacts facts, Duration by) {
    return facts.about(
        facts.kind(), facts.references(), facts.from().plus(by), facts.until().plus(by));
  }

  /** Whoever's territory covers the area that keeps a group writes to it; nobody else. */
  @ParameterizedTest
  @CsvSource({
    "elus-amizmiz, al-haouz.amizmiz, caid province rabat",
    "elus-haouz, al-haouz, province rabat",
    "chefs, '', rabat",
    "unknown, , rabat",
    "shops.al-haouz.amizmiz, , caid province rabat",
    "shops.atlantis, , rabat",
  })
  void aGroupIsWrittenToByWhoseItIs(String id, @Nullable String area, String who) {
    if (area != null) world.group(id, area);
    NoticeFacts facts = world.water(new Area(Set.of(), List.of(), List.of(), Set.of(id), null));
    Map<String, Hand> hands =
        Map.of(
            "caid", CAID,
            "province", PROVINCE,
            "stranger", STRANGER,
            "rabat", Hand.phone(new Actor("rabat", Role.OFFICIAL, Territory.EVERYWHERE)));
    for (Map.Entry<String, Hand> one : hands.entrySet()) {
      Ruling<Notice> drafted = world.desk().draft(one.getValue(), facts, one.getKey()).join();
      boolean may = List.of(who.split(" ", -1)).contains(one.getKey());
      assertEquals(may, drafted instanceof Ruling.Done, one.getKey());
      if (may)
        assertEquals(
            Set.of("g:" + id),
            done(world
                    .desk()
                    .submit(one.getValue(), done(drafted).id(), null, one.getKey() + " s")
                    .join())
                .lists());
    }
  }
}
