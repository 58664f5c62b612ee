package ma.jisr.app.talk;

import java.util.concurrent.CompletableFuture;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.ShopStaff;
import ma.jisr.service.tickets.Staff;
import ma.jisr.service.tickets.Tickets;

/** What others do in the shops of a transcript: they queue, and those who work there call them. */
final class Street {
  private static final String SOMEBODY = "somebody";

  private final Repertoire repertoire;
  private final TownHall hall;

  Street(Repertoire repertoire, TownHall hall) {
    this.repertoire = repertoire;
    this.hall = hall;
  }

  /** What officials do. */
  TownHall hall() {
    return hall;
  }

  /** Registers a person as the owner of a shop. */
  static CompletableFuture<?> keeps(Repertoire repertoire, String person, String code) {
    Actor operator = new Actor("operator", Role.ADMINISTRATOR, Territory.EVERYWHERE);
    return repertoire
        .shops()
        .staff()
        .register(operator, shop(repertoire, code).id(), person, ShopStaff.Post.OWNER, "talk");
  }

  /** Under one key, however often the script's line is played. */
  CompletableFuture<?> happens(TalkLine.AtShop line) {
    Tickets tickets = repertoire.tickets();
    Staff staff = new Staff(SOMEBODY, shop(repertoire, line.code()).id());
    String key = "talk:" + line.line();
    return switch (line.act()) {
      case PAUSE -> tickets.pause(key, staff, Math.max(1, line.minutes()));
      case OPEN -> tickets.open(key, staff);
      case CLOSE -> tickets.close(key, staff);
      case NEXT, ABSENT, RECALL, ARRIVED, SERVED, UNDO ->
          tickets.act(key, staff, line.act(), line.counter(), null);
    };
  }

  /** So many others take a ticket, one after the other. */
  CompletableFuture<?> queue(TalkLine.Queued line) {
    Shop shop = shop(repertoire, line.code());
    String service = line.service().isEmpty() ? first(shop).id() : line.service();
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (int i = 1; i <= line.count(); i++) {
      String who = SOMEBODY + line.line() + '-' + i;
      all =
          all.thenCompose(
              _ ->
                  repertoire
                      .tickets()
                      .take("talk:" + who, who, shop.id(), service, Priority.USUAL, null, null));
    }
    return all;
  }

  private static ShopService first(Shop shop) {
    if (shop.services().isEmpty())
      throw new IllegalStateException("nobody queues in the shop " + shop.code());
    return shop.services().getFirst();
  }

  private static Shop shop(Repertoire repertoire, String code) {
    return repertoire
        .shops()
        .book()
        .byCode(code)
        .orElseThrow(() -> new IllegalStateException("there is no shop " + code));
  }

  /** Whether something that a script's line tells needs those who speak of their own accord. */
  static boolean isIn(Talk talk) {
    return talk.lines().stream()
        .anyMatch(line -> line instanceof TalkLine.AtShop || line instanceof TalkLine.Queued);
  }

  /** Whether anything in a transcript needs them. */
  static boolean speaks(Talk talk) {
    return isIn(talk) || WalletLine.isIn(talk) || HallLine.isIn(talk) || ChallengeLine.isIn(talk);
  }
}
