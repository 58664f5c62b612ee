package ma.jisr.app.wiring;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.account.Signed;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.position.CellImport;
import ma.jisr.map.position.Cells;
import ma.jisr.store.Store;

/**
 * What {@code cells} does: {@code import URI dry|real MCC}. The file is read by whoever has the
 * store; its path comes over the administration socket, from an account that could read the data
 * folder anyway.
 */
public final class CellVerb implements Signed {
  /** A try: nothing is changed. */
  public static final String DRY = "dry";

  /** How long writing what was read may take. */
  private static final long SECONDS = 300;

  private static final int WORDS = 4;

  private final Cells cells;

  CellVerb(Cells cells) {
    this.cells = cells;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    if (words.size() != WORDS || !words.getFirst().equals("import"))
      throw new IllegalArgumentException("cells import FILE");
    Path file = Path.of(URI.create(words.get(1)));
    boolean dry = words.get(2).equals(DRY);
    try {
      return Told.of(
          new CellImport(cells)
              .run(actor, file, Integer.parseInt(words.get(3)), dry)
              .get(SECONDS, TimeUnit.SECONDS));
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException(
          "the file cannot be read: check that it is there and may be read by the account that runs"
              + " Jisr",
          e);
    }
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.contains(DRY);
  }

  /** The same when no process runs: on the store itself. */
  public static List<String> offline(Settings settings, List<String> words) throws Exception {
    try (Store store = Stores.open(settings, settings.data())) {
      Cells cells = new Cells(store, new ChangeFeed(store, Clock.systemUTC()));
      return Accounting.signatures(store, new SecureRandom())
          .verb("cells", new CellVerb(cells))
          .run(words);
    }
  }
}
