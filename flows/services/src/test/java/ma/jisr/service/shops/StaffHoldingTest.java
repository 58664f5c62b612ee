package ma.jisr.service.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import ma.jisr.service.shops.ShopStaff.Post;
import org.junit.jupiter.api.Test;

class StaffHoldingTest {
  private final ShopWorld world = new ShopWorld();
  private final ShopStaff staff = world.shops.staff();

  @Test
  void whoIsErasedServesNowhere() {
    for (String shop : List.of("sample-2019", "sample-2024"))
      ShopWorld.done(staff.register(ShopWorld.OWNER, shop, "amina", Post.STAFF, "a" + shop).join());
    ShopWorld.done(staff.register(ShopWorld.OWNER, "sample-2019", "said", Post.OWNER, "s").join());
    HoldingCheck.erases(
        new StaffHolding(staff),
        new Whose("amina", List.of("212661000001")),
        new Whose("said", List.of()),
        world.now.get(),
        "staff");
    assertEquals(List.of(), staff.of("amina").join());
    assertEquals(1, staff.of("said").join().size());
  }
}
