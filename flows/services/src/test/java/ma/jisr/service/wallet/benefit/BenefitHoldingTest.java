package ma.jisr.service.wallet.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import org.junit.jupiter.api.Test;

class BenefitHoldingTest {
  private final BenefitWorld world = new BenefitWorld();

  @Test
  void whoIsErasedIsInNoListAnyMore() {
    world.approved("0661000001,500,A-1", "0661000002,500,A-2");
    HoldingCheck.erases(
        world.benefits.holding(),
        new Whose("p212661000001", List.of("212661000001")),
        new Whose("p212661000002", List.of("212661000002")),
        world.now.get(),
        "benefits");
    assertEquals(1, world.store.scan("benefits", "", 9).join().size());
  }
}
