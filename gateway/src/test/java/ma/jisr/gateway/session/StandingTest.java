package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.lint.LintAgainst.Place;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where live conversations stand, over more people than one page holds. */
class StandingTest {
  private static final int PEOPLE = 401;

  @TempDir Path folder;

  @Test
  void everyConversationIsCountedWhereItStandsAndNobodyIsNamed() {
    Keys keys = TestGateway.keys();
    PersonCodec codec = new PersonCodec(keys.sealer(), Upcasters.PERSON);
    try (SqliteStore store = SqliteStore.open(folder, SessionCollections.specs())) {
      for (int i = 0; i < PEOPLE; i++)
        insert(store, codec.encode(codec.keyed(PersonDocument.unknown("p" + i, "n")), 0, "w"));
      insert(store, codec.encode(codec.keyed(LivePerson.document()), 0, "w"));
      insert(store, new Document("strange", 0, "w", "{\"schema\":99,\"key\":\"x\"}"));
      Standing standing = Standing.of(store, keys).join();
      assertEquals(
          Map.of(
              List.of(
                  new Place("hotspots.find", "a1b2", "list", "CHOICE"),
                  new Place("main.menu", "c3d4", "go", "")),
              1,
              List.of(new Place("queue.take", "e5f6", "take", "")),
              1),
          standing.places());
      assertEquals(PEOPLE + 1, standing.people());
      assertEquals(1, standing.unreadable());
    }
  }

  private static void insert(SqliteStore store, Document document) {
    store.insert(SessionCollections.PEOPLE, List.of(document), Priority.TURN).join();
  }
}
