package ma.jisr.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.DayPart;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a file must look like: ours, whole, not of a newer release, with the declared tables. */
final class Schema {
  /** "Jisr", so that another program's database is never taken for ours. */
  static final int APPLICATION = 0x4a697372;

  /**
   * The layout this release writes. A file of a higher one is refused; one of layout 1 (indexed
   * fields were virtual columns) is changed as it is opened.
   */
  static final int LAYOUT = 2;

  /** What {@code pragma_table_xinfo} says of a virtual column (pragma.html, table_xinfo). */
  private static final int VIRTUAL = 2;

  private static final String HEADER = "SQLite format 3\0";
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /** Before SQLite touches it: an existing file begins as SQLite's do, and no log stands alone. */
  static void checkHeader(Path file) {
    try {
      boolean empty = !Files.exists(file) || Files.size(file) == 0;
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      if (empty && Files.exists(log) && Files.size(log) > 0)
        throw damaged(file, "is missing or empty although its log is there");
      if (empty) return;
      try (InputStream in = Files.newInputStream(file)) {
        byte[] head = in.readNBytes(HEADER.length());
        if (!HEADER.equals(new String(head, StandardCharsets.ISO_8859_1)))
          throw damaged(file, "does not begin as an SQLite file");
      }
    } catch (IOException e) {
      throw Folders.unusable(file, e);
    }
  }

  /** Whose file it is and of which layout; 0 and 0 for a new one. */
  static void checkOwner(Path file, Statements statements) throws SQLException {
    long application = number(statements, "PRAGMA application_id");
    long layout = number(statements, "PRAGMA user_version");
    boolean fresh =
        application == 0 && number(statements, "SELECT count(*) FROM sqlite_master") == 0;
    if (application != APPLICATION && !fresh) throw damaged(file, "is not a file of Jisr");
    if (layout > LAYOUT)
      throw damaged(file, "was written by a newer release (layout " + layout + "): use that one");
  }

  /** That the file is as long as it says, unless its log holds the rest; its length in bytes. */
  static long checkLength(Path file, Statements statements) throws SQLException {
    long pages = number(statements, "PRAGMA page_count");
    long size = number(statements, "PRAGMA page_size");
    try {
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      long there = Files.size(file);
      boolean logged = Files.exists(log) && Files.size(log) > 0;
      if (there < pages * size && !logged)
        throw damaged(file, "is cut short: " + there + " of " + pages * size + " bytes");
      return there;
    } catch (IOException e) {
      throw Folders.unusable(file, e);
    }
  }

  /** A fast check of the whole structure; says the first finding. */
  static void checkWhole(Path file, Statements statements) throws SQLException {
    try (ResultSet row = statements.query("PRAGMA quick_check(1)")) {
      String finding = row.next() ? row.getString(1) : "nothing";
      if (!"ok".equals(finding))
        throw damaged(file, "is damaged (" + finding.lines().toList() + ")");
    }
  }

  static StoreException damaged(Path file, String finding) {
    return new StoreException(
        Kind.DAMAGED,
        file + " " + finding + ". Nothing was read from it; keep a copy and restore a backup");
  }

  /**
   * Makes what is declared and missing, drops indexes that are no longer declared.
   *
   * @param daily collections of this file whose parts are looked for
   * @param others collections declared for other files
   * @return the parts of days that are there
   */
  static List<Table> apply(
      Statements statements,
      List<Table> tables,
      List<CollectionSpec> daily,
      List<CollectionSpec> others)
      throws SQLException {
    Map<String, String> present = new HashMap<>();
    try (ResultSet rows =
        statements.query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")) {
      while (rows.next()) present.put(rows.getString(1), rows.getString(2));
    }
    for (CollectionSpec other : others)
      if (present.containsKey(other.name()))
        throw new StoreException(
            Kind.INVALID,
            "collection " + other.name() + " is kept in the other file: its area cannot change");
    List<Table> parts = parts(daily, present);
    statements.run("BEGIN IMMEDIATE");
    for (Table table : tables) apply(statements, table, present);
    statements.run("PRAGMA application_id=" + APPLICATION);
    statements.run("PRAGMA user_version=" + LAYOUT);
    statements.run("COMMIT");
    return parts;
  }

  private static List<Table> parts(List<CollectionSpec> daily, Map<String, String> present) {
    List<Table> parts = new ArrayList<>();
    for (CollectionSpec whole : daily)
      for (String name : present.keySet())
        if (DayPart.parse(name).filter(p -> p.collection().equals(whole.name())).isPresent())
          parts.add(new Table(new CollectionSpec(name, whole.area(), List.of())));
    return parts;
  }

  private static void apply(Statements statements, Table table, Map<String, String> present)
      throws SQLException {
    if (!present.containsKey(table.spec().name())) statements.run(table.create());
    columns(statements, table, present);
    Set<String> declared = new HashSet<>();
    for (IndexSpec index : table.spec().indexes())
      if (!present.containsKey(table.indexName(index))) {
        // Its columns may be new, or left from a release that declared it before the last one did.
        statements.run(table.fill(""));
        break;
      }
    for (IndexSpec index : table.spec().indexes()) {
      String name = table.indexName(index);
      declared.add(name);
      String sql = table.createIndex(index);
      if (sql.equals(present.get(name))) continue;
      if (present.containsKey(name)) statements.run("DROP INDEX \"" + name + '"');
      statements.run(sql);
    }
    for (String name : present.keySet())
      if (name.startsWith(table.spec().name() + ".") && !declared.contains(name)) {
        LOG.info("index {} is no longer declared: dropped", name);
        statements.run("DROP INDEX \"" + name + '"');
      }
  }

  private static void columns(Statements statements, Table table, Map<String, String> present)
      throws SQLException {
    Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> virtual = new HashSet<>();
    try (ResultSet rows =
        statements.query("SELECT name, hidden FROM pragma_table_xinfo(?)", table.spec().name())) {
      while (rows.next()) {
        there.add(rows.getString(1));
        if (rows.getInt(2) == VIRTUAL) virtual.add(rows.getString(1));
      }
    }
    if (!virtual.isEmpty()) dropIndexes(statements, table, present);
    Set<String> exact = new HashSet<>(there);
    for (String field : table.fields()) {
      String column = "f_" + field;
      if (virtual.contains(column)) statements.run(table.dropColumn(field));
      else if (exact.contains(column)) continue;
      else if (!there.add(column))
        throw new StoreException(
            Kind.INVALID, "fields that differ in case only cannot both be indexed: " + field);
      statements.run(table.addColumn(field));
    }
  }

  private static void dropIndexes(Statements statements, Table table, Map<String, String> present)
      throws SQLException {
    for (String name : Set.copyOf(present.keySet()))
      if (name.startsWith(table.spec().name() + ".")) {
        statements.run("DROP INDEX \"" + name + '"');
        present.remove(name);
      }
  }

  /** The names of a table's columns, none when there is no such table. */
  static Set<String> columns(Statements statements, Table table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        statements.query("SELECT name FROM pragma_table_xinfo(?)", table.spec().name())) {
      while (rows.next()) names.add(rows.getString(1));
    }
    return names;
  }

  static long number(Statements statements, String sql) throws SQLException {
    try (ResultSet row = statements.query(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
