package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A transcript's clock stands still until every answer of the store has come, however late: what
 * officials do and what their phones are told does not depend on which thread is quicker.
 */
class LateAnswersTest {
  private static final Path TALK =
      Path.of("../flows/services/src/test/talk/notices/approve.fr.talk");

  /** Later than many virtual seconds take. */
  private static final Executor LATE = CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS);

  @Test
  void aStoreThatAnswersLateChangesNothing(@TempDir Path folder) throws IOException {
    Talk talk = TalkFile.read(TALK).talk();
    TalkPlayer.Result result =
        TalkPlayer.play(talk, Map.of(), Variation.LIGHT, folder, false, LateAnswersTest::late);
    assertEquals(Optional.empty(), result.failure());
  }

  private static Store late(Store store) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, method, arguments) ->
                method.invoke(store, arguments) instanceof CompletionStage<?> answer
                    ? arguments[0].equals(SessionCollections.ALIASES)
                        ? answer.thenApplyAsync(value -> value, LATE)
                        : answer
                    : null);
  }
}
