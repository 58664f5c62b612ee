package ma.jisr.service.shops;

import static ma.jisr.service.shops.ShopWorld.AMIZMIZ;
import static ma.jisr.service.shops.ShopWorld.HAOUZ;
import static ma.jisr.service.shops.ShopWorld.OWNER;
import static ma.jisr.service.shops.ShopWorld.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.shops.ShopStaff.Member;
import ma.jisr.service.shops.ShopStaff.Post;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

class ShopStaffTest {
  private static final String SHOP = "sample-2019";
  private static final String PERSON = "01JBRAHIM";

  private final ShopWorld world = new ShopWorld();
  private final ShopStaff staff = world.shops.staff();

  private Member registered(String shop, String person, Post post) {
    return done(staff.register(HAOUZ, shop, person, post, shop + person + post).join());
  }

  @Test
  void whoIsRegisteredServesThereAndNowhereElse() {
    Member member = registered(SHOP, PERSON, Post.STAFF);
    assertEquals(Optional.of(member), staff.at(PERSON, SHOP).join());
    assertEquals(Optional.empty(), staff.at(PERSON, "sample-2024").join());
    assertEquals(Optional.empty(), staff.at("somebody", SHOP).join());
    assertEquals(List.of(member), staff.of(PERSON).join());
    assertEquals(List.of(member), done(staff.in(OWNER, SHOP).join()));
    assertEquals("keeper", member.by());
  }

  @Test
  void registeredTwiceIsThereOnceAsWhatWasSaidLast() {
    Member first = registered(SHOP, PERSON, Post.STAFF);
    Member second = registered(SHOP, PERSON, Post.OWNER);
    assertEquals(first.id(), second.id());
    assertEquals(Post.OWNER, staff.at(PERSON, SHOP).join().orElseThrow().post());
    assertEquals(1, staff.of(PERSON).join().size());
  }

  @Test
  void whoIsDismissedServesNoMore() {
    Member member = registered(SHOP, PERSON, Post.STAFF);
    assertInstanceOf(
        Ruling.Refused.class, staff.dismiss(HAOUZ, "sample-2024", member.id()).join(), "not there");
    done(staff.dismiss(HAOUZ, SHOP, member.id()).join());
    assertEquals(Optional.empty(), staff.at(PERSON, SHOP).join());
    assertEquals(Ruling.unknown(), staff.dismiss(HAOUZ, SHOP, member.id()).join());
  }

  @Test
  void outsideTheTerritoryNobodyIsRegisteredSeenOrDismissed() {
    String far = "sample-2056"; // in Imintanoute
    Member member = done(staff.register(OWNER, far, PERSON, Post.STAFF, "w").join());
    assertEquals(Ruling.noRight(), staff.register(HAOUZ, far, "x", Post.STAFF, "w2").join());
    assertEquals(Ruling.noRight(), staff.in(HAOUZ, far).join());
    assertEquals(Ruling.noRight(), staff.dismiss(HAOUZ, far, member.id()).join());
    assertEquals(Ruling.unknown(), staff.register(OWNER, "none", "x", Post.STAFF, "w3").join());
  }

  @Test
  void inAShopThatIsGoneNobodyServes() {
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    registered(shop.id(), PERSON, Post.OWNER);
    done(world.desk().retire(OWNER, shop.id(), 0, "w").join());
    assertEquals(Optional.empty(), staff.at(PERSON, shop.id()).join());
    assertEquals(List.of(), staff.of(PERSON).join());
  }

  @Test
  void nobodyServesInMoreShopsThanAScreenLists() {
    for (int i = 0; i < ShopStaff.MOST_OF_PERSON; i++)
      registered(world.made("S" + i, Trade.OTHER, AMIZMIZ).id(), PERSON, Post.STAFF);
    assertInstanceOf(
        Ruling.Refused.class, staff.register(OWNER, SHOP, PERSON, Post.STAFF, "w").join());
  }

  @Test
  void whatIsKeptNamesNobody() {
    registered(SHOP, PERSON, Post.STAFF);
    List<Document> all = world.store.scan(ShopStaff.SPEC.name(), "", 10).join();
    assertEquals(1, all.size());
    Document document = all.getFirst();
    assertFalse((document.id() + document.json()).contains(PERSON));
    assertTrue(document.json().contains(SHOP));
  }
}
