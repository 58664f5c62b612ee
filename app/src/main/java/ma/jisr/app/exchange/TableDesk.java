package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.Publishing;

/** Things of which there is one kind of table: CSV in, CSV out. */
public abstract class TableDesk<T> extends PlanDesk {
  /** Takes rows that seem to be there already. */
  public static final String DUPLICATES = "duplicates";

  /** The one format. */
  public static final String CSV = "csv";

  private final String things;

  TableDesk(String things, Publishing publishing) {
    super(publishing);
    this.things = things;
  }

  /** Whether somebody may take any out. */
  abstract boolean exports(Actor actor);

  /** Those of an area, "" for all, that somebody may see. */
  abstract List<T> rows(Actor actor, String area);

  abstract byte[] csv(List<T> rows);

  @Override
  public final String things() {
    return things;
  }

  @Override
  public final Set<String> formats() {
    return Set.of(AUTO, CSV);
  }

  @Override
  public final Set<String> written() {
    return Set.of(CSV);
  }

  @Override
  public final Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!exports(actor)) return Optional.empty();
    List<T> rows = rows(actor, area);
    bounded(rows.size(), most, things);
    return Optional.of(new Exported(rows.size(), new String(csv(rows), UTF_8)));
  }
}
