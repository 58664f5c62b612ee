package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * All that knows who hears notices, put together.
 *
 * @param subscribers whom notices may reach
 */
public record AudienceWork(Subscribers subscribers) {
  /** The part whose key seals numbers. */
  private static final String PART = "audience";

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return Subscribers.COLLECTIONS;
  }

  /** What all of it stands on. */
  record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      People people,
      Vaults vaults,
      InstantSource clock) {}

  static AudienceWork of(Ground on) {
    return new AudienceWork(
        new Subscribers(on.store(), on.people(), on.gazetteer(), on.vaults().of(PART), on.clock()));
  }
}
