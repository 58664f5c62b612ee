package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Language;
import ma.jisr.flow.lint.Coverage;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All flows that come with Jisr, with the operations that are registered: nothing is wrong. */
class ShippedFlowsTest {
  @TempDir static Path folder;

  private final SqliteStore store = SqliteStore.scratch(folder, Stores.collections());
  private final Repertoire repertoire =
      Repertoire.of(Settings.ofSandbox(folder), store, Clock.systemUTC(), Runnable::run);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void nothingIsFound() {
    assertEquals(List.of(), LintCommand.findings(repertoire));
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageOfPhonesIsWholeAndUpToDate(Language language) {
    if (!Language.PHONE.contains(language)) return;
    Coverage coverage =
        Coverage.of(language, repertoire.flows().flows().values(), repertoire.reviews());
    assertEquals(0, coverage.count(Reviews.State.MISSING), coverage.toString());
    assertEquals(0, coverage.count(Reviews.State.STALE), coverage.toString());
  }
}
