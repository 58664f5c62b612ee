package ma.jisr.service.notices.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Reply;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.place.Place;
import ma.jisr.service.notices.Heralds;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of an emergency: those who may take it back, however its area is given. */
class HeraldsTest {
  private static final Map<String, Actor> OFFICIALS =
      Map.of(
          "caid", NoticeWorld.CAID.actor(),
          "deputy", NoticeWorld.DEPUTY.actor(),
          "province", NoticeWorld.PROVINCE.actor(),
          "stranger", NoticeWorld.STRANGER.actor(),
          "asni", NoticeWorld.official("asni", NoticeWorld.ASNI),
          "nowhere", NoticeWorld.official("nowhere"),
          "rabat", new Actor("rabat", Role.OFFICIAL, Territory.EVERYWHERE));

  /** Of those whose account was made since numbers are kept. */
  private static final Map<String, String> NUMBERS =
      Map.of("deputy", "212661000002", "province", "212661000003");

  private static final Agents AGENTS =
      new Agents() {
        @Override
        public CompletableFuture<Optional<Actor>> of(String person) {
          return CompletableFuture.completedFuture(Optional.ofNullable(OFFICIALS.get(person)));
        }

        @Override
        public CompletableFuture<Map<String, Actor>> all(Role role) {
          return CompletableFuture.completedFuture(OFFICIALS);
        }

        @Override
        public CompletableFuture<Optional<String>> number(String person) {
          return CompletableFuture.completedFuture(Optional.ofNullable(NUMBERS.get(person)));
        }
      };

  private static final Vault VAULT = Vault.passing(new Random(7));

  private final NoticeWorld world = new NoticeWorld();
  private final Store store = new MemoryStore(List.of(Heralds.SPEC));

  /** Of one node; what it has told before is known to the store. */
  private Heralds node() {
    return new Heralds(
        store,
        AGENTS,
        () -> NoticeWorld.GAZETTEER,
        world.groups,
        new Outboxes(
            new Introductions(VAULT, () -> new Reply(ChannelKind.SMS, "sim", "5050")), AGENTS),
        NoticeRules.USUAL,
        world.now::get);
  }

  private Set<String> told(Notice notice) {
    node().raise(notice).join();
    List<String> people = new ArrayList<>();
    for (var document : store.scan(Heralds.SPEC.name(), "", 100).join())
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows())
        people.add(row.person());
    return new TreeSet<>(people);
  }

  /** The number stands in the row of who may never have written, and opens for the relay alone. */
  @Test
  void newsOfAnEmergencyAndItsReviewGoToPhonesThatHaveNeverWritten() {
    Hand hand = Hand.account(NoticeWorld.CAID.actor(), Way.API, true).proved();
    node().raise(world.submitted(hand, world.flood(), "f")).join();
    world.pass(Duration.ofHours(11));
    int unused = node().look(world.notices.book()).join();
    List<String> numbers = new ArrayList<>();
    for (var document : store.scan(Heralds.SPEC.name(), "", 100).join())
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows()) {
        String number = row.first() == null ? "" : VAULT.open(row.first()).orElseThrow();
        assertEquals(NUMBERS.getOrDefault(row.person(), ""), number);
        numbers.add(Objects.requireNonNull(row.notice()).message() + ' ' + number);
      }
    for (String number : NUMBERS.values()) {
      assertTrue(numbers.contains("alarm " + number), numbers::toString);
      assertTrue(numbers.contains("review_soon " + number), numbers::toString);
    }
  }

  /** An id, or an id and the kilometres that are around it. */
  private static Area area(String where) {
    int blank = where.indexOf(' ');
    if (blank < 0) return Area.of(where);
    Place place = NoticeWorld.GAZETTEER.place(where.substring(0, blank)).orElseThrow();
    return Area.of(new Circle(place.point(), Integer.parseInt(where.substring(blank + 1))));
  }

  @ParameterizedTest
  @CsvSource({
    "caid, al-haouz.amizmiz, deputy province rabat",
    "caid, al-haouz.amizmiz 1, deputy province rabat",
    "caid, al-haouz.amizmiz 60, deputy province rabat",
    "province, al-haouz.asni 1, asni rabat",
    "province, al-haouz.asni 60, rabat",
    "province, al-haouz, rabat",
    "rabat, chichaoua.chichaoua 1, stranger",
  })
  void whoMayTakeItBackIsWoken(String author, String where, String people) {
    Actor actor = Objects.requireNonNull(OFFICIALS.get(author));
    Hand hand = Hand.account(actor, Way.API, true).proved();
    NoticeFacts flood =
        world.facts(
            Kind.ALERT,
            NoticeWorld.extreme(),
            new Template("flood", "high"),
            Map.of(),
            area(where),
            List.of());
    Notice notice = world.submitted(hand, flood, "f");
    assertEquals(List.of(people.split(" ", -1)), List.copyOf(told(notice)));
  }

  /** What people are reminded of now, on any node: "deputy review_soon". */
  private Set<String> reminded() {
    int unused = node().look(world.notices.book()).join();
    Set<String> all = new TreeSet<>();
    for (var document : store.scan(Heralds.SPEC.name(), "", 100).join())
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows()) {
        String message = Objects.requireNonNull(row.notice()).message();
        if (message.startsWith("review_")) all.add(row.person() + ' ' + message);
      }
    return all;
  }

  /** A flood at nine in the morning, to be reviewed by nine the next: the last quarter is night. */
  @Test
  void whoMayReviewAnEmergencyIsRemindedOnceBeforeAndOnceAfterItIsDue() {
    Hand hand = Hand.account(NoticeWorld.CAID.actor(), Way.API, true).proved();
    Notice unused = world.submitted(hand, world.flood(), "f");
    assertEquals(Set.of(), reminded());
    world.pass(Duration.ofHours(10));
    assertEquals(Set.of(), reminded(), "not yet");
    world.pass(Duration.ofHours(1));
    Set<String> soon = Set.of("deputy review_soon", "province review_soon", "rabat review_soon");
    assertEquals(soon, reminded(), "in the hour before the night, and not its author");
    world.pass(Duration.ofHours(4));
    assertEquals(soon, reminded(), "once");
    world.pass(Duration.ofHours(10));
    Set<String> late = new TreeSet<>(soon);
    for (String who : List.of("deputy", "province", "rabat")) late.add(who + " review_late");
    assertEquals(late, reminded());
    assertEquals(late, reminded(), "once");
  }

  @Test
  void whatHasBeenReviewedIsNoNews() {
    Hand hand = Hand.account(NoticeWorld.CAID.actor(), Way.API, true).proved();
    Notice flood = world.submitted(hand, world.flood(), "f");
    NoticeWorld.done(world.desk().review(NoticeWorld.DEPUTY, flood.id(), "in order", "r").join());
    world.pass(Duration.ofHours(25));
    assertEquals(Set.of(), reminded());
  }
}
