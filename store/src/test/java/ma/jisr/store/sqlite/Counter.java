package ma.jisr.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;

/** Another program that counts the people of a file, with no respect for the folder's lock. */
final class Counter {
  private Counter() {}

  public static void main(String[] args) throws SQLException {
    try (Statements direct = Connections.usual(Path.of(args[0])).bare(1_000)) {
      System.out.println(Schema.number(direct, "SELECT count(*) FROM people"));
    }
  }
}
