package ma.jisr.store.sqlite;

import static ma.jisr.store.UnderTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of layout 1, in which indexed fields were virtual columns, goes on working. */
final class LayoutTest {
  private static final IndexSpec DUE = new IndexSpec("due", List.of(), "due");
  private static final IndexSpec KIND = new IndexSpec("kind", List.of("kind"), "due");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void layoutOne() throws SQLException {
    try (SqliteStore made = open(DUE)) {
      assertTrue(made.check().clean());
    }
    sql(
        "DROP TABLE people",
        "CREATE TABLE \"people\" (id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, w TEXT NOT"
            + " NULL, body TEXT NOT NULL CHECK (octet_length(body) <= 1000000 AND"
            + " json_valid(body)), token INTEGER NOT NULL DEFAULT 0, holder TEXT, until INTEGER NOT"
            + " NULL DEFAULT 0)",
        "ALTER TABLE \"people\" ADD COLUMN \"f_due\""
            + " GENERATED ALWAYS AS (json_extract(body, '$.due')) VIRTUAL",
        "CREATE INDEX \"people.due\" ON \"people\"(\"f_due\", id) WHERE \"f_due\" IS NOT NULL",
        "INSERT INTO people(id, v, w, body) VALUES('a', 3, 'w', '{\"due\":7,\"kind\":\"x\"}'),"
            + " ('b', 0, 'w', '{\"due\":5,\"kind\":\"y\"}'), ('c', 0, 'w', '{}')",
        "PRAGMA user_version=1");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("live.db"));
        Statement statement = file.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }

  private SqliteStore open(IndexSpec... indexes) {
    return SqliteStore.open(
        folder, List.of(new CollectionSpec("people", Area.LIVE, List.of(indexes))));
  }

  private static List<String> due(SqliteStore store) {
    return ids(store, new Query("due", Map.of(), null, null, null, 10));
  }

  private static List<String> ids(SqliteStore store, Query query) {
    return get(store.find("people", query)).documents().stream().map(Document::id).toList();
  }

  @Test
  void whatWasIndexedIsFoundAndStaysSo() {
    try (SqliteStore store = open(DUE)) {
      assertEquals(List.of("b", "a"), due(store));
      Document sooner = new Document("a", 4, "w2", "{\"due\":1}");
      get(store.replaceIf("people", sooner, Priority.TURN));
      get(store.merge("people", "c", Map.of("due", 3), Priority.TURN));
    }
    try (SqliteStore store = open(DUE)) {
      assertEquals(List.of("a", "c", "b"), due(store));
      assertTrue(store.check().clean());
    }
  }

  @Test
  void anIndexThatWasAwayForAReleaseFindsWhatWasWrittenMeanwhile() {
    try (SqliteStore with = open(DUE, KIND)) {
      assertEquals(List.of("b", "a"), due(with));
    }
    try (SqliteStore without = open(DUE)) {
      Document changed = new Document("b", 1, "w2", "{\"due\":5,\"kind\":\"x\"}");
      get(without.replaceIf("people", changed, Priority.TURN));
    }
    try (SqliteStore again = open(DUE, KIND)) {
      assertEquals(
          List.of("b", "a"),
          ids(again, new Query("kind", Map.of("kind", "x"), null, null, null, 10)));
    }
  }

  @Test
  void aColumnThatSaysSomethingElseThanItsBodyIsFoundByTheCheck() throws SQLException {
    open(DUE).close();
    sql("UPDATE people SET f_due = 9 WHERE id = 'b'");
    try (SqliteStore store = open(DUE)) {
      assertEquals(1, store.check().findings().size());
    }
  }
}
