package ma.jisr.map.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.ledger.Form;
import ma.jisr.store.CollectionSpec;

/** How hotspots are kept. */
public final class HotspotForm implements Form<Hotspot> {
  public static final HotspotForm INSTANCE = new HotspotForm();

  private HotspotForm() {}

  @Override
  public CollectionSpec spec() {
    return HotspotStore.SPEC;
  }

  @Override
  public Subject subject() {
    return Subject.HOTSPOT;
  }

  @Override
  public String word() {
    return "hotspot";
  }

  @Override
  public String id(Hotspot hotspot) {
    return hotspot.id();
  }

  @Override
  public Hotspot read(String id, JsonNode node) {
    return HotspotJson.hotspot(id, node);
  }

  @Override
  public void put(ObjectNode node, Hotspot hotspot) {
    HotspotJson.put(node, hotspot);
  }
}
