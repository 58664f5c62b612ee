package ma.jisr.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.Document;
import ma.jisr.store.Page;
import ma.jisr.store.Query;

/** The reads: each runs on a reader's connection. */
final class Rows {
  private Rows() {}

  static Document document(ResultSet row) throws SQLException {
    return new Document(row.getString(1), row.getLong(2), row.getString(3), row.getString(4));
  }

  static List<Document> scan(Statements statements, Table table, String after, int limit)
      throws SQLException {
    List<Document> found = new ArrayList<>();
    try (ResultSet rows = statements.query(table.scan, after, limit)) {
      while (rows.next()) found.add(document(rows));
    }
    return found;
  }

  static Optional<Document> get(Statements statements, Table table, String id) throws SQLException {
    try (ResultSet rows = statements.query(table.get, id)) {
      return rows.next() ? Optional.of(document(rows)) : Optional.empty();
    }
  }

  static Map<String, Document> all(Statements statements, Table table, List<String> ids)
      throws SQLException {
    Map<String, Document> found = new HashMap<>();
    for (String id : ids) get(statements, table, id).ifPresent(d -> found.put(id, d));
    return found;
  }

  /** One document more than asked for is read, to know whether there is a rest. */
  static Page find(Statements statements, Table table, IndexSpec index, Query query)
      throws SQLException {
    Search search = Search.of(index, query);
    List<Object> values = new ArrayList<>(search.values());
    values.add(query.limit() + 1);
    String sql =
        "SELECT "
            + Table.COLUMNS
            + ", "
            + search.sort()
            + " FROM "
            + table.name
            + " WHERE "
            + search.where()
            + " ORDER BY "
            + search.order()
            + " LIMIT ?";
    List<Document> found = new ArrayList<>();
    String next = null;
    try (ResultSet rows = statements.query(sql, values)) {
      Object sort = "";
      while (rows.next()) {
        if (found.size() == query.limit()) {
          next = new Cursor(sort, found.getLast().id()).text();
          break;
        }
        found.add(document(rows));
        Object value = rows.getObject(5);
        sort = value instanceof Integer number ? Long.valueOf(number) : value;
      }
    }
    return new Page(found, next);
  }

  /** A search and the index that it goes by. */
  record Asked(IndexSpec index, Query query) {}

  static List<Page> each(Statements statements, Table table, List<Asked> asked)
      throws SQLException {
    List<Page> pages = new ArrayList<>(asked.size());
    for (Asked one : asked) pages.add(find(statements, table, one.index(), one.query()));
    return pages;
  }

  static long count(Statements statements, Table table, IndexSpec index, Query query, long bound)
      throws SQLException {
    Search search = Search.of(index, query);
    List<Object> values = new ArrayList<>(search.values());
    values.add(bound);
    String sql =
        "SELECT count(*) FROM (SELECT 1 FROM "
            + table.name
            + " WHERE "
            + search.where()
            + " LIMIT ?)";
    try (ResultSet row = statements.query(sql, values)) {
      row.next();
      return row.getLong(1);
    }
  }
}
