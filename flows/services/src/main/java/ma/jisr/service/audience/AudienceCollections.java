package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.CollectionSpec;

/** What is kept of who hears notices. */
public final class AudienceCollections {
  private AudienceCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    List<CollectionSpec> all = new ArrayList<>(Subscribers.COLLECTIONS);
    all.add(GroupDesk.SPEC);
    all.add(RelayStore.RELAYS);
    all.add(RelayStore.ANNOUNCEMENTS);
    return List.copyOf(all);
  }
}
