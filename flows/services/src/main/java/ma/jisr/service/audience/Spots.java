package ma.jisr.service.audience;

import java.util.Optional;
import java.util.function.Supplier;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;

/** The places that people mean: by a place's own item, or by that of a hotspot that is in it. */
final class Spots {
  private final Supplier<Gazetteer> gazetteer;
  private final HotspotMap hotspots;

  Spots(Supplier<Gazetteer> gazetteer, HotspotMap hotspots) {
    this.gazetteer = gazetteer;
    this.hotspots = hotspots;
  }

  /** The place that an argument stands for; empty for a province, a point, or what is gone. */
  Optional<Place> of(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Item item
        ? place(item.id())
        : Optional.empty();
  }

  private Optional<Place> place(String id) {
    Gazetteer now = gazetteer.get();
    return now.place(id).or(() -> hotspots.byId(id).map(Hotspot::place).flatMap(now::place));
  }

  /** What a place is called; its id where it is none any more. */
  LocalText name(String id) {
    return place(id).map(Place::name).orElseGet(() -> LocalText.same(id));
  }
}
