package ma.jisr.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;

/**
 * The full check of a store: every page, every index against its table, every body. Reads all of
 * both files; changes nothing, but that SQLite may finish what its log holds. A byte changed inside
 * a text is not found: SQLite's pages carry no checksums.
 */
public final class StoreCheck {
  /** Most findings of one kind that are listed for a file. */
  static final int MAX_FINDINGS = 100;

  private final Path folder;
  private final List<CollectionSpec> specs;
  private final boolean running;
  private final Map<String, Long> documents = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private StoreCheck(Path folder, List<CollectionSpec> specs, boolean running) {
    this.folder = folder;
    this.specs = specs;
    this.running = running;
  }

  /**
   * Something that is wrong.
   *
   * @param file of the folder
   * @param text what and where; names no person and quotes no body
   */
  public record Finding(String file, String text) {}

  /**
   * What was found.
   *
   * @param documents how many each declared collection has, as far as its file could be read
   * @param findings none when all is well
   */
  public record Report(Map<String, Long> documents, List<Finding> findings) {
    public Report {
      documents = Map.copyOf(documents);
      findings = List.copyOf(findings);
    }

    public boolean clean() {
      return findings.isEmpty();
    }
  }

  /**
   * Checks the folder's files.
   *
   * @throws StoreException LOCKED while a process has the store open, INVALID when there is no such
   *     folder
   */
  public static Report of(Path folder, List<CollectionSpec> specs) {
    if (!Files.isDirectory(folder))
      throw new StoreException(Kind.INVALID, folder + " is not a folder: nothing to check");
    try (FolderLock lock = FolderLock.take(folder)) {
      return new StoreCheck(lock.folder(), specs, false).report();
    }
  }

  /** Checks the files that whoever holds the lock has open in this process. */
  static Report running(FolderLock lock, List<CollectionSpec> specs) {
    return new StoreCheck(lock.folder(), specs, true).report();
  }

  private Report report() {
    for (Area area : Area.values()) file(area);
    return new Report(documents, findings);
  }

  private void file(Area area) {
    Path path = AreaFile.path(folder, area);
    String name = path.getFileName().toString();
    if (!Files.exists(path)) {
      findings.add(new Finding(name, "is missing"));
      return;
    }
    try {
      // Not beside running work: to close a descriptor of the file would drop the process's locks
      // on
      // it (fcntl(2)), and another program's sqlite3 could then delete the log that is written to.
      if (!running) Schema.checkHeader(path);
      try (Statements statements = Connections.usual(path).reader()) {
        Schema.checkOwner(path, statements);
        integrity(name, statements);
        for (CollectionSpec spec : specs)
          if (spec.area() == area && spec.daily()) daily(name, spec, statements);
          else if (spec.area() == area) collection(name, new Table(spec), spec.name(), statements);
      }
    } catch (SQLException e) {
      findings.add(new Finding(name, "cannot be read (SQLite code " + e.getErrorCode() + ")"));
    } catch (StoreException e) {
      findings.add(new Finding(name, String.valueOf(e.getMessage())));
    }
  }

  private void integrity(String name, Statements statements) throws SQLException {
    try (ResultSet rows = statements.query("PRAGMA integrity_check(" + MAX_FINDINGS + ")")) {
      while (rows.next())
        if (!"ok".equals(rows.getString(1))) findings.add(new Finding(name, rows.getString(1)));
    }
  }

  /** All its parts, told as one. */
  private void daily(String name, CollectionSpec daily, Statements statements) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statements.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
      while (rows.next()) tables.add(rows.getString(1));
    }
    for (String part : tables)
      if (DayPart.parse(part).filter(p -> p.collection().equals(daily.name())).isPresent())
        collection(
            name,
            new Table(new CollectionSpec(part, daily.area(), List.of())),
            daily.name(),
            statements);
  }

  private void collection(String name, Table table, String toldAs, Statements statements)
      throws SQLException {
    String collection = table.spec().name();
    boolean there =
        0
            < Schema.number(
                statements, "SELECT count(*) FROM sqlite_master WHERE name = '" + collection + "'");
    if (!there) return;
    documents.merge(
        toldAs, Schema.number(statements, "SELECT count(*) FROM " + table.name), Long::sum);
    long wrong =
        Schema.number(
            statements,
            "SELECT count(*) FROM "
                + table.name
                + " WHERE NOT json_valid(body) OR json_type(body) <> 'object'");
    if (wrong > 0)
      findings.add(new Finding(name, wrong + " bodies of " + collection + " are no JSON objects"));
    if (wrong == 0 && !table.fields().isEmpty()) columns(name, table, statements);
  }

  private void columns(String name, Table table, Statements statements) throws SQLException {
    Set<String> there = Schema.columns(statements, table);
    for (String field : table.fields()) if (!there.contains("f_" + field)) return;
    long differing = Schema.number(statements, table.countDiffering());
    if (differing > 0)
      findings.add(
          new Finding(
              name,
              differing + " documents of " + table.spec().name() + " are indexed by other values"));
  }
}
