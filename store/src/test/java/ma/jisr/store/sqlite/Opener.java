package ma.jisr.store.sqlite;

import java.nio.file.Path;
import ma.jisr.store.StoreException;
import ma.jisr.store.UnderTest;

/** Another process that tries to open a folder and says how it went. */
final class Opener {
  private Opener() {}

  public static void main(String[] args) {
    try (SqliteStore store = SqliteStore.open(Path.of(args[0]), UnderTest.SPECS)) {
      System.out.println(UnderTest.get(store.get("people", "none")).isEmpty() ? "opened" : "odd");
    } catch (StoreException e) {
      System.out.println(e.kind() + " " + e.getMessage());
    }
  }
}
