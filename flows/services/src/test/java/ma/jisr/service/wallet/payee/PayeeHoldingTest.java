package ma.jisr.service.wallet.payee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import ma.jisr.base.Msisdn;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;

class PayeeHoldingTest {
  /** Whom merchants of this world name. */
  private static final Whose OWNER = new Whose("owner", List.of("212661000001"));

  private static final Whose OTHER = new Whose("other", List.of("212661000002"));

  private final PayeeWorld world = new PayeeWorld();

  private PayeeEntry other() {
    PayeeFacts facts = PayeeWorld.merchant("Said", PayeeWorld.AMIZMIZ, "merchant-said");
    SealedPhone phone = SealedPhone.of(new Msisdn("212661000002"), PayeeWorld.VAULT);
    PayeeDraft draft = new PayeeDraft(Kind.MERCHANT, facts.telling(phone), null);
    return PayeeWorld.done(world.desk().create(PayeeWorld.OWNER, draft, "said").join());
  }

  private String stored(PayeeEntry payee) {
    return world.store.get("payees", payee.id()).join().orElseThrow().json();
  }

  /** From its history as well: an undo brings no number back. */
  @Test
  void theShopStaysAndNobodyIsTold() {
    PayeeEntry shop = world.made("Hanout");
    PayeeEntry other = other();
    String sealed = shop.phone() == null ? "" : shop.phone().sealed();
    PayeeWorld.done(world.desk().suspend(PayeeWorld.OWNER, shop.id(), 0, true, "s").join());
    world.now.updateAndGet(at -> at.plusSeconds(60));
    HoldingCheck.erases(world.payees.holding(), OWNER, OTHER, world.now.get(), "payee");
    assertFalse(stored(shop).contains(sealed), stored(shop));
    assertFalse(stored(shop).contains(SealedPhone.name("212661000001", PayeeWorld.VAULT)));
    assertNull(world.book().byId(shop.id()).orElseThrow().phone());
    PayeeWorld.done(world.desk().undo(PayeeWorld.OWNER, shop.id(), 2, "u").join());
    assertNull(world.book().byId(shop.id()).orElseThrow().phone());
    assertNotNull(world.book().byId(other.id()).orElseThrow().phone());
  }

  /** The number has another holder by then, whom somebody has named since. */
  @Test
  void whatCameAfterTheWishIsSomebodyElses() {
    PayeeEntry shop = world.made("Hanout");
    world.payees.holding().erase(OWNER, world.now.get().minusSeconds(1)).join();
    assertNotNull(world.book().byId(shop.id()).orElseThrow().phone());
    PayeeWorld later = new PayeeWorld(world.store, PayeeSamples.read());
    assertEquals(1, later.payees.holding().held(OWNER).join().size());
  }
}
