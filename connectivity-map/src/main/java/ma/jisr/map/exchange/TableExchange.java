package ma.jisr.map.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Territory;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Store;

/**
 * Things of one ledger in and out of tables. A file is judged first, row by row, and then brought
 * in as one batch. Blocks while the store answers: never call it from an event loop.
 *
 * @param <T> an immutable value
 */
public abstract class TableExchange<T> {
  /** The format that all of them read and write. */
  public static final String CSV = "csv";

  private final BatchView view;
  private final Planner<T> planner;
  private final Publishing publishing;
  private final Table<T> table;
  private final Supplier<Gazetteer> gazetteer;

  /**
   * The things, and where they are.
   *
   * @param words that their columns may be called
   * @param told where it is told that batches of them come and go
   * @param refresh brings those of these ids to where this node shows them
   */
  public record Table<T>(
      Traits<T> traits,
      HeaderWords words,
      Shelf<T> shelf,
      CodeBook codes,
      Rights rights,
      Publishing.Told told,
      Function<Collection<String>, CompletableFuture<?>> refresh) {}

  /**
   * Who may do what, by the areas that a place lies in; none for the whole country.
   *
   * @param imports whether somebody may bring in what lies there
   * @param exports whether they may take it out
   */
  public record Rights(
      BiPredicate<Actor, Collection<String>> imports,
      BiPredicate<Actor, Collection<String>> exports) {}

  /**
   * What rows are judged by.
   *
   * @param stored what is there
   * @param taken codes that nobody else may get
   * @param may whether the actor may bring in what lies in the place of an id
   * @param duplicates whether rows are taken that seem to be there already
   */
  public record Judging<T>(
      Collection<T> stored,
      Set<String> taken,
      Predicate<String> may,
      boolean duplicates,
      Gazetteer gazetteer) {
    public Judging {
      stored = List.copyOf(stored);
      taken = Set.copyOf(taken);
    }
  }

  /**
   * @param gazetteer the one in use
   */
  protected TableExchange(
      Store store, Table<T> table, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.view = new BatchView(store);
    this.planner = new Planner<>(store, table.traits(), clock);
    this.table = table;
    this.gazetteer = gazetteer;
    this.publishing =
        new Publishing(
            new Batches(store, clock),
            table.traits().collection(),
            table.told(),
            table.codes(),
            (actor, place) -> table.rights().imports().test(actor, way(gazetteer.get(), place)),
            table.refresh());
  }

  /** Who judges the rows of one file, one after the other. */
  protected abstract Function<SheetRow, Judged<T>> judge(TableHeaders headers, Judging<T> by);

  /**
   * A file of things with all that is told of them.
   *
   * @param format one of {@link #formats()}
   */
  public abstract byte[] write(String format, Collection<T> things);

  /** The words of the formats that are read and written. */
  public Set<String> formats() {
    return Set.of(CSV);
  }

  /** The rows of a file of any of these formats. */
  protected Sheet read(byte[] file) {
    return Sheets.read(file, Format.CSV);
  }

  /** Those that are taken out: what is stored, and what else is theirs to change. */
  protected Collection<T> listed() {
    return stored();
  }

  /** In which they are taken out: short codes first. */
  protected Comparator<T> order() {
    Function<T, String> code = table.traits().code();
    return Comparator.comparing((T thing) -> code.apply(thing).length()).thenComparing(code);
  }

  /** The batches of these things. */
  public final Publishing publishing() {
    return publishing;
  }

  /**
   * What a file would change, and the report on it. Writes nothing.
   *
   * @param source in words, for the list of batches
   * @param duplicates whether rows are taken that seem to be there already
   * @throws ma.jisr.map.exchange.sheet.BadSheetException when the file cannot be read at all
   */
  public final Plan plan(Actor actor, String source, byte[] file, boolean duplicates) {
    Sheet sheet = read(file);
    TableHeaders headers = new TableHeaders(table.words(), sheet);
    Collection<T> stored = stored();
    Set<String> others = new HashSet<>();
    for (T thing : stored) others.add(table.traits().code().apply(thing));
    Predicate<String> may =
        place -> table.rights().imports().test(actor, way(gazetteer.get(), place));
    for (int i = 0; ; i++) {
      Function<SheetRow, Judged<T>> judge =
          judge(headers, new Judging<>(stored, others, may, duplicates, gazetteer.get()));
      List<Judged<T>> rows = new ArrayList<>();
      for (SheetRow row : sheet.rows()) rows.add(judge.apply(row));
      Plan plan =
          planner.plan(actor, source, rows, ReportTable.write(sheet, headers::header, rows));
      // A code that nobody has may be promised to somebody all the same.
      if (!others.addAll(publishing.codesOfOthers(plan)) || i == Publishing.PLANS) return plan;
    }
  }

  /** What the store has of them, damaged ones left out. */
  protected final Collection<T> stored() {
    return view.read(table.traits().collection(), table.shelf()::read).values().stream()
        .map(Versioned::thing)
        .toList();
  }

  /** Whether the role of somebody takes any out, wherever it is. */
  public final boolean exports(Actor actor) {
    Actor everywhere = new Actor(actor.id(), actor.role(), Territory.EVERYWHERE);
    return table.rights().exports().test(everywhere, Set.of());
  }

  /**
   * What somebody may take out, in its order.
   *
   * @param area the id of an area that it lies in; "" for all of their territory
   */
  public final List<T> rows(Actor actor, String area) {
    return listed().stream().filter(thing -> out(actor, area, thing)).sorted(order()).toList();
  }

  private boolean out(Actor actor, String area, T thing) {
    Collection<String> way = way(gazetteer.get(), table.traits().place().apply(thing));
    return table.rights().exports().test(actor, way) && (area.isEmpty() || way.contains(area));
  }

  private static Collection<String> way(Gazetteer gazetteer, String place) {
    return place.isEmpty() ? Set.of() : gazetteer.way(place);
  }
}
