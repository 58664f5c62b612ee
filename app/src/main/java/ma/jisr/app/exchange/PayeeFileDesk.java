package ma.jisr.app.exchange;

import java.util.List;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeDeed;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeRights;
import ma.jisr.service.wallet.payee.file.PayeeExchange;
import ma.jisr.service.wallet.payee.file.PayeeFiles;

/** Payees in and out of tables. */
public final class PayeeFileDesk extends TableDesk<PayeeEntry> {
  private final PayeeExchange exchange;
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public PayeeFileDesk(PayeeExchange exchange, Supplier<Gazetteer> places) {
    super("payees", exchange.publishing());
    this.exchange = exchange;
    this.places = places;
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    return exchange.plan(actor, label.name(), file, label.options().contains(DUPLICATES));
  }

  @Override
  boolean exports(Actor actor) {
    return PayeeRights.of(actor.role()).contains(PayeeDeed.EXPORT);
  }

  @Override
  List<PayeeEntry> rows(Actor actor, String area) {
    Gazetteer now = places.get();
    return exchange.payees(actor).stream()
        .filter(one -> area.isEmpty() || PayeeRights.way(now, one.place()).contains(area))
        .toList();
  }

  @Override
  byte[] csv(List<PayeeEntry> rows) {
    return PayeeFiles.csv(rows);
  }
}
