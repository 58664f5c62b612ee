package ma.jisr.service.notices.notice;

import static ma.jisr.service.notices.notice.NoticeWorld.AMIZMIZ;
import static ma.jisr.service.notices.notice.NoticeWorld.ASNI;
import static ma.jisr.service.notices.notice.NoticeWorld.CAID;
import static ma.jisr.service.notices.notice.NoticeWorld.PROVINCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.base.Language;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.Announcing;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.mailing.Progress.Stage;
import ma.jisr.store.memory.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Relays are asked once to say what names their place, in words that can be read out. */
class CrierTest {
  /** Behind the beginning of the quiet hours. */
  private static final Instant NIGHT = Instant.parse("2026-03-02T23:30:00Z");

  private NoticeWorld world(Instant now) {
    NoticeWorld world =
        new NoticeWorld(
            new MemoryStore(NoticeWorld.specs()), new PlainMailings(), new AtomicReference<>(now));
    NoticeWorld.relay(world.store, "0661000001", AMIZMIZ);
    NoticeWorld.relay(world.store, "0661000002", ASNI);
    return world;
  }

  private static List<String> asked(NoticeWorld world, String notice) {
    return world.asked(notice).stream().map(told -> told.announcement().place()).toList();
  }

  @Test
  void whoIsAtThePlaceIsAskedOnce() {
    NoticeWorld world = world(NoticeWorld.NINE);
    Notice flood = world.submitted(CAID, world.flood(), "k");
    assertEquals(State.SENDING, flood.state());
    world.look();
    NoticeWorld next = new NoticeWorld(world.store, world.mailings, world.now);
    next.look();
    List<Announcements.Told> told = world.asked(flood.id());
    assertEquals(1, told.size());
    assertEquals(AMIZMIZ, told.getFirst().announcement().place());
    assertEquals(flood.code(), told.getFirst().announcement().code());
    String words = told.getFirst().announcement().aloud().in(Language.FR, true);
    Hazard hazard = world.notices.hazards().named("flood").orElseThrow();
    assertTrue(words.startsWith(hazard.name().in(Language.FR, true) + ". "), words);
    assertTrue(words.contains(hazard.action("high").text().in(Language.FR, true)), words);
  }

  @Test
  void aProvinceAsksAllOfItsRelays() {
    NoticeWorld world = world(NoticeWorld.NINE);
    Notice water = world.submitted(PROVINCE, world.water(Area.of("al-haouz")), "k");
    assertEquals(State.SENDING, water.state());
    assertEquals(Set.of(AMIZMIZ, ASNI), Set.copyOf(asked(world, water.id())));
  }

  @Test
  void ordinaryOnesWaitForTheMorning() {
    NoticeWorld world = world(NIGHT);
    Duration night = Duration.ofHours(9);
    NoticeFacts facts =
        world.water().about(Kind.ALERT, List.of(), NIGHT, NIGHT.plus(night.multipliedBy(2)));
    Notice water = world.submitted(CAID, facts, "k");
    world.mailings.stages.put(water.id(), Stage.DONE);
    world.look();
    assertEquals(List.of(), asked(world, water.id()));
    assertEquals(State.SENDING, world.now(water.id()).state(), "not over before they are asked");
    world.pass(night);
    world.look();
    assertEquals(List.of(AMIZMIZ), asked(world, water.id()));
    world.look();
    assertEquals(State.DONE, world.now(water.id()).state());
    NoticeWorld danger = world(NIGHT);
    Notice flood = danger.submitted(CAID, danger.flood(), "k");
    assertEquals(List.of(AMIZMIZ), asked(danger, flood.id()), "danger does not wait");
  }

  @Test
  void wordsCanBeReadOut() {
    NoticeWorld world = world(NoticeWorld.NINE);
    for (Hazard hazard : world.notices.hazards().all())
      for (Hazard.Action action : hazard.actions()) {
        Template template = new Template(hazard.id(), action.id());
        bounded(world, template, Map.of(), Language.PHONE.size());
      }
    Words longest = new Words("x".repeat(60), "", "y".repeat(150));
    Announcing own = bounded(world, null, Map.of(Language.FR, longest), 1);
    String said = own.aloud().in(Language.FR, true);
    assertTrue(said.endsWith(". " + "x".repeat(60) + "."), said);
  }

  private static Announcing bounded(
      NoticeWorld world, @Nullable Template template, Map<Language, Words> words, int languages) {
    NoticeFacts facts =
        world.facts(
            Kind.UPDATE, NoticeWorld.extreme(), template, words, Area.of(AMIZMIZ), List.of("n0"));
    Notice notice = Notice.draft("n1", NoticeCode.of(5482), facts, CAID);
    Announcing wanted = world.crier().announcing(notice).orElseThrow();
    assertEquals(languages, wanted.aloud().byLanguage().size());
    for (String text : wanted.aloud().byLanguage().values())
      assertTrue(text.length() <= Announcing.MOST, text);
    return wanted;
  }
}
