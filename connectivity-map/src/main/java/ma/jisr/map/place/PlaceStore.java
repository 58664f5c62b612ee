package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Change;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places that were imported, laid over those that come with the product. Blocks while the store
 * answers: never called from an event loop. 45,000 places are read in about a second.
 */
public final class PlaceStore {
  public static final CollectionSpec SPEC =
      new CollectionSpec("places", CollectionSpec.Area.BULK, List.of());

  private static final Logger LOG = LoggerFactory.getLogger(PlaceStore.class);

  private final BatchView view;
  private final Gazetteer starter;

  /**
   * @param starter what there is without any import
   */
  public PlaceStore(Store store, Gazetteer starter) {
    this.view = new BatchView(store);
    this.starter = starter;
  }

  /**
   * What the store has.
   *
   * @param gazetteer the starter and all that was imported
   * @param documents of what was imported, by id
   */
  public record Stored(Gazetteer gazetteer, Map<String, Document> documents) {
    /** What a batch has to do that these places are so. */
    public List<Change> changes(List<Place> places) {
      Gazetteer then = gazetteer.with(places);
      List<Change> changes = new ArrayList<>(places.size());
      for (Place place : places) {
        Document old = documents.get(place.id());
        List<String> way = then.way(place);
        changes.add(
            old == null
                ? Change.made(place.id(), PlaceJson.write(place, "{}"), way)
                : new Change(
                    place.id(),
                    old.version(),
                    old.json(),
                    PlaceJson.write(place, old.json()),
                    way));
      }
      return changes;
    }
  }

  /** All of every published batch, and nothing of others. */
  public Stored read() {
    Map<String, Document> documents = view.read(SPEC.name());
    List<Place> places = new ArrayList<>(documents.size());
    for (Document document : documents.values()) {
      try {
        places.add(PlaceJson.read(document.id(), document.json()));
      } catch (IllegalArgumentException e) {
        // One damaged document must not take the whole gazetteer away.
        LOG.warn("place {} is left out: {}", document.id(), e.getMessage());
      }
    }
    return new Stored(places.isEmpty() ? starter : starter.with(places), documents);
  }

  /** Differs when something was published or undone: a small read, for who looks time and again. */
  public Map<String, Long> marks() {
    return view.marks(SPEC.name());
  }
}
