package ma.jisr.map.hotspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Change;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of hotspots for whoever changes many of them as one. One hotspot is changed at the
 * {@link HotspotDesk}.
 */
public final class HotspotDocuments {
  public static final String COLLECTION = HotspotStore.SPEC.name();

  private static final Logger LOG = LoggerFactory.getLogger(HotspotDocuments.class);

  private HotspotDocuments() {}

  /** The hotspot of a document; empty for a damaged one, which must not take the others away. */
  public static Optional<Kept> read(Document document) {
    try {
      Hotspot hotspot = HotspotJson.hotspot(document.id(), JsonFields.parse(document.json()));
      return Optional.of(new Kept(hotspot, document.version()));
    } catch (IllegalArgumentException e) {
      LOG.warn("hotspot {} is left out: {}", document.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The change of a document by an import, with its entry in the history.
   *
   * @param before the document as it is; null when there is none
   * @param after the hotspot as it is to be
   * @param areas in which it lies, or lay
   */
  public static Change imported(
      @Nullable Document before, Hotspot after, Actor actor, Instant at, List<String> areas) {
    return Entry.imported(HotspotForm.INSTANCE, before, after, actor, at, areas);
  }
}
