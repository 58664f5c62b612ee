package ma.jisr.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.gateway.account.AccountCollections;
import ma.jisr.gateway.channel.chat.mattermost.StoredMarks;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.unresolved.UnresolvedCollections;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.mongo.MongoStore;
import ma.jisr.store.sqlite.SqliteStore;

/** Opens the store that the settings name. */
public final class Stores {
  private Stores() {}

  /**
   * All collections: those of conversations, accounts, what was not understood and the services.
   */
  public static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(SessionCollections.specs());
    all.addAll(Repertoire.COLLECTIONS);
    all.addAll(UnresolvedCollections.specs());
    all.addAll(AccountCollections.specs());
    all.add(StoredMarks.spec());
    all.add(Watch.PROBE);
    return List.copyOf(all);
  }

  static Store open(Settings settings) {
    return open(settings, settings.data());
  }

  /**
   * @param data the embedded store's folder, whatever the settings say
   */
  public static Store open(Settings settings, Path data) {
    if (settings.store().isPresent())
      return MongoStore.open(settings.store().get().value(), collections());
    return SqliteStore.open(data, collections());
  }
}
