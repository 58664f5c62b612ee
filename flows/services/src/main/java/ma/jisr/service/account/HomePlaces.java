package ma.jisr.service.account;

import java.util.Map;
import java.util.Optional;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.service.Ports;

/** Which commune somebody means as their home, whatever they have named. */
final class HomePlaces {
  private final Ports ports;

  HomePlaces(Ports ports) {
    this.ports = ports;
  }

  /** The place itself, or the one in which a hotspot stands; of a province there are many. */
  OperationResult of(Value.Item named) {
    Gazetteer gazetteer = ports.gazetteer();
    Optional<Place> place =
        gazetteer
            .place(named.id())
            .or(
                () ->
                    ports
                        .hotspots()
                        .byId(named.id())
                        .map(Hotspot::place)
                        .flatMap(gazetteer::place));
    return place
        .map(
            p ->
                new OperationResult(
                    "found", Map.of("commune", new Value.Item(p.id(), p.name(), Map.of()))))
        .orElseGet(() -> new OperationResult("wide", Map.of()));
  }
}
