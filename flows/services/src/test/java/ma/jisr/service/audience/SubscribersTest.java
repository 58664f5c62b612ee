package ma.jisr.service.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import org.junit.jupiter.api.Test;

class SubscribersTest {
  private static final Reach FRENCH = Reach.unproved("sim", Language.FR);
  private static final Reach ARABIC =
      new Reach("sim2", "585", Language.AR, Set.of(Script.LATIN, Script.ARABIC));

  private final AudienceWorld world = new AudienceWorld();
  private final Subscribers subscribers = world.subscribers;

  private Following follow(String person, String place) {
    return subscribers.follow(person + place, person, place, FRENCH).join();
  }

  private Subscriber one(String person) {
    return Objects.requireNonNull(subscribers.of(List.of(person)).join().get(person));
  }

  private List<String> list(String list) {
    return subscribers.page(list, "", 100).join();
  }

  @Test
  void whoFollowsAPlaceStandsInItsListItsCommunesAndItsProvinces() {
    String amina = world.person("212661000001");
    assertEquals(Following.FOLLOWED, follow(amina, AudienceWorld.TACHEDDIRT));
    for (String id : List.of(AudienceWorld.TACHEDDIRT, AudienceWorld.ASNI, "al-haouz"))
      assertEquals(List.of(amina), list(Lists.place(id)), id);
    assertEquals(List.of(amina), list(Lists.ALL));
    Subscriber one = one(amina);
    assertEquals("212661000001", one.number());
    assertEquals(Language.FR, one.language());
    assertTrue(one.hears("water"));
    assertFalse(one.toString().contains("661"));
  }

  @Test
  void aSecondPlaceOfTheSameCommuneLeavesItWhenTheFirstGoes() {
    String amina = world.person("212661000001");
    follow(amina, AudienceWorld.TACHEDDIRT);
    follow(amina, AudienceWorld.ASNI);
    subscribers.unfollow("u1", amina, AudienceWorld.TACHEDDIRT).join();
    assertEquals(List.of(), list(Lists.place(AudienceWorld.TACHEDDIRT)));
    assertEquals(List.of(amina), list(Lists.place(AudienceWorld.ASNI)));
    subscribers.unfollow("u2", amina, AudienceWorld.ASNI).join();
    assertEquals(List.of(), list(Lists.place("al-haouz")));
    assertEquals(List.of(), list(Lists.ALL), "who hears nothing is not kept");
    assertEquals(0, world.rows());
  }

  @Test
  void noMorePlacesThanALifeHas() {
    String amina = world.person("212661000001");
    List<String> towns = world.towns(Subscribers.MOST_PLACES + 1);
    for (int i = 0; i < Subscribers.MOST_PLACES; i++)
      assertEquals(Following.FOLLOWED, follow(amina, towns.get(i)));
    assertEquals(Following.MANY, follow(amina, towns.getLast()));
    assertEquals(Following.FOLLOWED, follow(amina, towns.getFirst()));
    assertEquals(Subscribers.MOST_PLACES, subscribers.followed(amina).join().places().size());
  }

  @Test
  void refusals() {
    assertEquals(Following.NO_PLACE, follow(world.person("212661000001"), "nowhere"));
    assertEquals(Following.NO_NUMBER, follow("chatter", AudienceWorld.ASNI));
    assertEquals(List.of(), list(Lists.ALL));
  }

  @Test
  void mutesStopsAndChangesAreInTheDocument() {
    String amina = world.person("212661000001");
    subscribers.mute(amina, "water", true).join();
    assertEquals(Followed.NOTHING, subscribers.followed(amina).join(), "nothing to note");
    follow(amina, AudienceWorld.ASNI);
    subscribers.mute(amina, "water", true).join();
    subscribers.mute(amina, "roads", true).join();
    subscribers.mute(amina, "roads", false).join();
    subscribers.changed(amina, ARABIC).join();
    Subscriber one = one(amina);
    assertEquals(Set.of("water"), one.muted());
    assertEquals(Language.AR, one.language());
    assertEquals("sim2", one.link());
    assertFalse(one.hears("water"));
    assertTrue(one.hears("roads"));
    subscribers.stopAll(amina, true).join();
    assertFalse(one(amina).hears("roads"));
    assertEquals(Following.STOPPED, follow(amina, AudienceWorld.TACHEDDIRT));
    subscribers.stopAll(amina, false).join();
    assertEquals(Following.FOLLOWED, follow(amina, AudienceWorld.TACHEDDIRT));
  }

  @Test
  void pagesGoThroughAListOnce() {
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 25; i++) {
      String person = world.person("2126610001" + (10 + i));
      all.add(person);
      follow(person, i % 2 == 0 ? AudienceWorld.ASNI : AudienceWorld.TACHEDDIRT);
    }
    for (String list : List.of(Lists.place("al-haouz"), Lists.ALL)) {
      List<String> seen = new ArrayList<>();
      List<String> page = subscribers.page(list, "", 7).join();
      while (!page.isEmpty()) {
        seen.addAll(page);
        page = subscribers.page(list, page.getLast(), 7).join();
      }
      assertEquals(List.copyOf(all), seen, list);
      assertEquals(25, subscribers.count(list).join());
    }
    assertEquals(12, subscribers.count(Lists.place(AudienceWorld.TACHEDDIRT)).join());
  }

  @Test
  void groupsHaveMembersByNumber() {
    String elected = subscribers.put("elus", "212661000009", FRENCH, "k1").join().orElseThrow();
    assertEquals(List.of(elected), list(Lists.group("elus")));
    follow(elected, AudienceWorld.ASNI);
    assertEquals(List.of("elus"), subscribers.followed(elected).join().groups());
    subscribers.remove("elus", elected, "k2").join();
    assertEquals(List.of(), list(Lists.group("elus")));
    assertEquals(List.of(elected), list(Lists.ALL), "still follows a place");
    subscribers.erase(elected).join();
    assertEquals(List.of(), list(Lists.ALL));
    assertEquals(0, world.rows());
  }

  @Test
  void aChangeThatIsRepeatedMendsWhatACrashHasLeft() {
    String amina = world.person("212661000001");
    follow(amina, AudienceWorld.TACHEDDIRT);
    world.loseRows();
    follow(amina, AudienceWorld.TACHEDDIRT);
    assertEquals(List.of(amina), list(Lists.place("al-haouz")));
  }

  @Test
  void noNumberStandsInTheStore() {
    follow(world.person("212661000001"), AudienceWorld.TACHEDDIRT);
    assertFalse(world.dump().contains("661000001"));
  }
}
