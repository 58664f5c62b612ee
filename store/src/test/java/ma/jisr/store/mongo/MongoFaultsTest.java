package ma.jisr.store.mongo;

import static ma.jisr.store.StoreException.Kind.INVALID;
import static ma.jisr.store.StoreException.Kind.UNREACHABLE;
import static ma.jisr.store.UnderTest.by;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A MongoDB that does not answer, and URIs that may not be used. */
final class MongoFaultsTest {
  private static StoreException refusal(String uri) {
    return assertThrows(StoreException.class, () -> MongoStore.open(uri, UnderTest.SPECS).close());
  }

  @Test
  void nobodyListensAtStart() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertEquals(UNREACHABLE, refusal("mongodb://127.0.0.1:" + free + "/jisr").kind());
  }

  @Test
  void somebodyListensButNeverAnswers() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String uri = "mongodb://127.0.0.1:" + mute.getLocalPort() + "/jisr";
      assertEquals(UNREACHABLE, refusal(uri).kind());
    }
  }

  @Test
  void theServerGoesAwayInOperation() {
    MongoServer server = new MongoServer(new MemoryBackend());
    try (MongoStore store =
        MongoStore.open(server.bindAndGetConnectionString() + "/jisr", UnderTest.SPECS)) {
      get(store.insert("people", List.of(doc("a", "{\"due\":1}")), Priority.TURN));
      server.shutdownNow();
      // The first write may die on the open connection, so that its outcome is not known.
      Object first =
          get(
              store
                  .insert("people", List.of(doc("b", "{}")), Priority.TURN)
                  .handle((done, error) -> error == null ? (Object) done : error));
      if (first instanceof StoreException known) assertEquals(UNREACHABLE, known.kind());
      else assertEquals(List.of(Outcome.UNKNOWN), first);
      refused(UNREACHABLE, store.insert("people", List.of(doc("c", "{}")), Priority.TURN));
      refused(UNREACHABLE, store.get("people", "a"));
      refused(UNREACHABLE, store.find("people", by("due", 1)));
      refused(UNREACHABLE, store.increment("people", "a", Map.of("n", 1L), Priority.TURN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:secret@host/jisr",
        "mongodb://user:secret@:99999999/jisr",
        "mongodb://user:secret@127.0.0.1",
        "mongodb://user:secret@127.0.0.1/jisr?w=1",
        "mongodb://user:secret@127.0.0.1/jisr?w=0",
        "mongodb://user:secret@127.0.0.1/jisr?w=majority&journal=false",
      })
  void wrongOrWeakUrisAreRefusedWithoutRepeatingThem(String uri) {
    StoreException refusal = refusal(uri);
    assertEquals(INVALID, refusal.kind());
    assertFalse(String.valueOf(refusal.getMessage()).contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a.b\":1}",
        "{\"a\":{\"$set\":1}}",
        "{\"n\":92233720368547758070}",
        "{\"n\":1e400}"
      })
  void bodiesThatMongoDbWouldChangeAreRefused(String body) {
    StoreException e = assertThrows(StoreException.class, () -> Bodies.bson(body));
    assertEquals(INVALID, e.kind());
  }
}
