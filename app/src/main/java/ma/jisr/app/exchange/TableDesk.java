package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.TableExchange;

/** Things of which there is one kind of table. */
public final class TableDesk<T> extends PlanDesk {
  /** Takes rows that seem to be there already. */
  public static final String DUPLICATES = "duplicates";

  private final String things;
  private final TableExchange<T> exchange;

  /**
   * @param things what they are: "shops"
   */
  public TableDesk(String things, TableExchange<T> exchange) {
    super(exchange.publishing());
    this.things = things;
    this.exchange = exchange;
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    return exchange.plan(actor, label.name(), file, label.options().contains(DUPLICATES));
  }

  @Override
  public String things() {
    return things;
  }

  @Override
  public Set<String> formats() {
    Set<String> formats = new HashSet<>(exchange.formats());
    formats.add(AUTO);
    return formats;
  }

  @Override
  public Set<String> written() {
    return exchange.formats();
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!exchange.exports(actor)) return Optional.empty();
    List<T> rows = exchange.rows(actor, area);
    bounded(rows.size(), most, things);
    return Optional.of(new Exported(rows.size(), new String(exchange.write(format, rows), UTF_8)));
  }
}
