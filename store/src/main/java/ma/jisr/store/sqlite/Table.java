package ma.jisr.store.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;

/**
 * A collection as SQLite keeps it, and the statements that do not depend on a query. All names in
 * them are declared ones (checked patterns), never text of a caller.
 */
final class Table {
  /** The columns of a document, in the order {@link Rows} reads them. */
  static final String COLUMNS = "id, v, w, body";

  final String name;
  final String insert;
  final String replace;

  /** The same when no indexed value changes: SQLite then leaves the indexes' pages alone. */
  final String replaceBody;

  final String delete;
  final String version;
  final String get;
  final String scan;
  final String hold;
  final String renew;
  final String release;
  private final CollectionSpec spec;

  Table(CollectionSpec spec) {
    this.spec = spec;
    name = '"' + spec.name() + '"';
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    StringBuilder sets = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (String field : fields()) {
      columns.append(", ").append(column(field));
      values.append(", ").append(extract("?4", field));
      sets.append(", ").append(column(field)).append(" = ").append(extract("?3", field));
      same.append(" AND ").append(column(field)).append(" IS ").append(extract("?3", field));
    }
    insert =
        "INSERT INTO "
            + name
            + "(id, v, w, body"
            + columns
            + ") VALUES(?1, ?2, ?3, ?4"
            + values
            + ") ON CONFLICT(id) DO NOTHING";
    String replaced = "UPDATE " + name + " SET v = ?1, w = ?2, body = ?3";
    String expected = " WHERE id = ?4 AND v = ?5";
    replace = replaced + sets + expected;
    replaceBody = replaced + expected + same;
    delete = "DELETE FROM " + name + " WHERE id = ? AND v = ?";
    version = "SELECT v FROM " + name + " WHERE id = ?";
    get = "SELECT " + COLUMNS + " FROM " + name + " WHERE id = ?";
    scan = "SELECT " + COLUMNS + " FROM " + name + " WHERE id > ? ORDER BY id LIMIT ?";
    hold = "UPDATE " + name + " SET token = ?, holder = ?, until = ? WHERE id = ?";
    renew = "UPDATE " + name + " SET until = ? WHERE id = ? AND token = ? AND until > 0";
    release = "UPDATE " + name + " SET until = 0 WHERE id = ? AND token = ? AND until > 0";
  }

  CollectionSpec spec() {
    return spec;
  }

  /**
   * A row per document. The body is checked by SQLite itself as it is written; the lease stands
   * beside it, so that claiming rewrites neither body nor indexes.
   */
  String create() {
    return "CREATE TABLE "
        + name
        + " (id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, w TEXT NOT NULL, body TEXT NOT NULL"
        + " CHECK (octet_length(body) <= "
        + Document.MAX_BYTES
        + " AND json_valid(body)), token INTEGER NOT NULL DEFAULT 0, holder TEXT,"
        + " until INTEGER NOT NULL DEFAULT 0)";
  }

  /** The fields that indexes name; each has a column that every write of a body keeps equal. */
  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (IndexSpec index : spec.indexes()) {
      fields.addAll(index.equal());
      fields.add(index.sort());
    }
    return fields;
  }

  String addColumn(String field) {
    return "ALTER TABLE " + name + " ADD COLUMN " + column(field);
  }

  /** Of the earlier layout: SQLite rewrote the index of such a column with every body. */
  String dropColumn(String field) {
    return "ALTER TABLE " + name + " DROP COLUMN " + column(field);
  }

  /** Makes the columns equal what the bodies say, where they differ. */
  String fill(String more) {
    List<String> sets = new ArrayList<>();
    for (String field : fields()) sets.add(column(field) + " = " + extract("body", field));
    return "UPDATE " + name + " SET " + String.join(", ", sets) + " WHERE " + differs() + more;
  }

  /** How many rows have a column that does not say what the body says. */
  String countDiffering() {
    return "SELECT count(*) FROM " + name + " WHERE " + differs();
  }

  private String differs() {
    List<String> differ = new ArrayList<>();
    for (String field : fields()) differ.add(column(field) + " IS NOT " + extract("body", field));
    return '(' + String.join(" OR ", differ) + ')';
  }

  private static String extract(String body, String field) {
    return "json_extract(" + body + ", '$." + field + "')";
  }

  String indexName(IndexSpec index) {
    return spec.name() + "." + index.name();
  }

  String createIndex(IndexSpec index) {
    List<String> columns = new ArrayList<>();
    for (String field : index.equal()) columns.add(column(field));
    columns.add(column(index.sort()));
    columns.add("id");
    return "CREATE INDEX \""
        + indexName(index)
        + "\" ON "
        + name
        + "("
        + String.join(", ", columns)
        + ") WHERE "
        + column(index.sort())
        + " IS NOT NULL";
  }

  static String column(String field) {
    return "\"f_" + field + '"';
  }
}
