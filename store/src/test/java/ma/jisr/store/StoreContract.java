package ma.jisr.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every engine must do; an engine's test extends this and says how to open an empty store. */
public abstract class StoreContract
    implements LostReplyContract,
        WriteContract,
        FindContract,
        LeaseContract,
        UpsertContract,
        DayContract,
        RefusalContract {
  private @Nullable Store store;

  /** An empty store of {@link UnderTest#SPECS}. */
  protected abstract Store open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store().close();
  }

  @Override
  public final Store store() {
    return Objects.requireNonNull(store);
  }
}
