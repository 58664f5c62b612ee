package ma.jisr.service.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;

/** The areas of a gazetteer as flows hold them. Immutable. */
public final class AreaItems {
  private final Gazetteer gazetteer;

  public AreaItems(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  public Value.Item of(Area area) {
    return new Value.Item(area.id(), area.name(), fields(area));
  }

  List<Value.Item> of(List<? extends Area> areas) {
    List<Value.Item> items = new ArrayList<>(areas.size());
    for (Area area : areas) items.add(of(area));
    return items;
  }

  /** With its province behind its name, to be told from others of that name. */
  public Value.Item inProvince(Area area) {
    if (!(area instanceof Place place)) return of(area);
    LocalText label = SpotWords.placeInProvince(area.name(), province(place));
    return new Value.Item(area.id(), label, of(area).fields());
  }

  private Map<String, Value> fields(Area area) {
    return area instanceof Place place
        ? Map.of("province", new Value.Local(province(place)))
        : Map.of();
  }

  private LocalText province(Place place) {
    return gazetteer.provinceOf(place).orElseThrow().name();
  }
}
