package ma.jisr.service.shops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/** Where somebody serves, as operators have registered them: who is erased serves nowhere. */
final class StaffHolding implements Holding {
  private final ShopStaff staff;

  StaffHolding(ShopStaff staff) {
    this.staff = staff;
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return staff
        .registered(who.person())
        .thenApply(
            members ->
                members.isEmpty()
                    ? List.of()
                    : List.of(new Held("staff", "staff_why", members.size(), "until_removed")));
  }

  @Override
  public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return staff
        .registered(who.person())
        .thenApply(
            members ->
                members.stream()
                    .map(
                        one ->
                            Map.of(
                                "shop", one.shop(),
                                "post", one.post().name(),
                                "since", one.since().toString()))
                    .toList());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return staff.forget(who.person());
  }
}
