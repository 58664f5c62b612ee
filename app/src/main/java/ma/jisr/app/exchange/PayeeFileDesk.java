package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
public final class PayeeFileDesk extends PlanDesk {
  /** Takes rows that seem to be there already. */
  public static final String DUPLICATES = "duplicates";

  private static final String CSV = "csv";

  private final PayeeExchange exchange;
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public PayeeFileDesk(PayeeExchange exchange, Supplier<Gazetteer> places) {
    super(exchange.publishing());
    this.exchange = exchange;
    this.places = places;
  }

  @Override
  public String things() {
    return "payees";
  }

  @Override
  public Set<String> formats() {
    return Set.of(AUTO, CSV);
  }

  @Override
  public Set<String> written() {
    return Set.of(CSV);
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    return exchange.plan(actor, label.name(), file, label.options().contains(DUPLICATES));
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!PayeeRights.of(actor.role()).contains(PayeeDeed.EXPORT)) return Optional.empty();
    Gazetteer now = places.get();
    List<PayeeEntry> payees =
        exchange.payees(actor).stream()
            .filter(one -> area.isEmpty() || PayeeRights.way(now, one.place()).contains(area))
            .toList();
    bounded(payees.size(), most, things());
    return Optional.of(new Exported(payees.size(), new String(PayeeFiles.csv(payees), UTF_8)));
  }
}
