package ma.jisr.map.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.Role;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * A hotspot's document: what it says and what it said before.
 *
 * @param kept the hotspot and its version
 * @param history oldest first, at most {@link Revision#MOST}
 * @param body as it is stored
 */
record StoredHotspot(Kept kept, List<Revision> history, String body) {
  private static final String HISTORY = "history";

  StoredHotspot {
    history = List.copyOf(history);
  }

  /**
   * @throws IllegalArgumentException when the document is not a hotspot's
   */
  static StoredHotspot of(Document document) {
    ObjectNode node = HotspotJson.parse(document.json());
    Hotspot hotspot = HotspotJson.hotspot(document.id(), node);
    List<Revision> history = new ArrayList<>();
    for (JsonNode entry : node.path(HISTORY)) history.add(revision(document.id(), entry));
    return new StoredHotspot(new Kept(hotspot, document.version()), history, document.json());
  }

  /** A sample that nobody has changed: stored when somebody does. */
  static StoredHotspot unstored(Kept sample) {
    return new StoredHotspot(sample, List.of(), "");
  }

  boolean isStored() {
    return !body.isEmpty();
  }

  /** The document of a new hotspot. */
  static Document first(Hotspot hotspot, @Nullable Revision revision, String writeId) {
    List<Revision> history = revision == null ? List.of() : List.of(revision);
    return new Document(hotspot.id(), 0, writeId, write(hotspot, history, "{}"));
  }

  /** The document that follows this one. */
  Document next(Hotspot hotspot, Revision revision) {
    List<Revision> longer = new ArrayList<>(history);
    longer.add(revision);
    int first = Math.max(0, longer.size() - Revision.MOST);
    return new Document(
        hotspot.id(),
        kept.version() + 1,
        revision.writeId(),
        write(hotspot, longer.subList(first, longer.size()), body));
  }

  /** Whether this write is in it already, as far as its history goes back. */
  boolean has(String writeId) {
    return by(writeId).isPresent();
  }

  /** The revision that a write made. */
  Optional<Revision> by(String writeId) {
    return history.stream().filter(revision -> revision.writeId().equals(writeId)).findFirst();
  }

  private static String write(Hotspot hotspot, List<Revision> history, String previous) {
    ObjectNode node = HotspotJson.parse(previous);
    HotspotJson.put(node, hotspot);
    ArrayNode entries = node.putArray(HISTORY);
    for (Revision revision : history) {
      ObjectNode entry = entries.addObject();
      entry.put("version", revision.version());
      entry.put("at", revision.at().toEpochMilli());
      entry.put("actor", revision.actor());
      entry.put("role", HotspotJson.lower(revision.role()));
      entry.put("deed", HotspotJson.lower(revision.deed()));
      entry.put("writeId", revision.writeId());
      if (revision.before() != null) HotspotJson.put(entry.putObject("before"), revision.before());
    }
    return node.toString();
  }

  private static Revision revision(String id, JsonNode entry) {
    return new Revision(
        entry.path("version").asLong(),
        Instant.ofEpochMilli(entry.path("at").asLong()),
        HotspotJson.text(entry, "actor"),
        HotspotJson.constant(Role.class, HotspotJson.text(entry, "role")),
        HotspotJson.constant(Deed.class, HotspotJson.text(entry, "deed")),
        entry.hasNonNull("before") ? HotspotJson.hotspot(id, entry.path("before")) : null,
        HotspotJson.text(entry, "writeId"));
  }
}
