package ma.jisr.service.notices.mailing;

import ma.jisr.base.Loop;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.store.Store;

/**
 * What mailings stand on.
 *
 * @param loop of everything that sends
 * @param store with {@link MailingCollections}
 * @param audience who is reached
 * @param carrier takes parcels
 * @param node this process's id, new at each start
 * @param alone whether no other process uses the store: what another id owns is over then
 * @param patience with those in doubt
 */
public record Ground(
    Loop loop,
    Store store,
    Audience audience,
    Carrier carrier,
    String node,
    boolean alone,
    Patience patience) {
  Courses courses() {
    return new Courses(store);
  }

  Chunks chunks() {
    return new Chunks(store);
  }

  long millis() {
    return loop.now().toEpochMilli();
  }
}
