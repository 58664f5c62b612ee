package ma.jisr.service.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;
import ma.jisr.service.Ports;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.words.ShortName;

/**
 * What fills the blanks of a hazard's template: where in an official's territory, what, how long.
 */
final class Blanks {
  private final Ports ports;
  private final Hazards hazards;

  Blanks(Ports ports) {
    this.ports = ports;
    this.hazards = ports.notices().hazards();
  }

  /** The one place of a territory that has no others. */
  Optional<ma.jisr.map.place.Area> only(Actor actor) {
    if (actor.territory().everywhere() || actor.territory().areas().size() != 1)
      return Optional.empty();
    return ports
        .gazetteer()
        .area(actor.territory().areas().iterator().next())
        .filter(Place.class::isInstance);
  }

  /** The areas of a territory, then the provinces and communes in them. */
  OperationResult territory(Actor actor, OperationRequest request) {
    String keys = Digits.western(Requests.text(request, "keys")).strip();
    Set<ma.jisr.map.place.Area> areas = new LinkedHashSet<>();
    if (keys.isEmpty()) all(actor, areas);
    else
      for (Place place : ports.gazetteer().keypad().find(keys, "", NoticeOperations.AREAS))
        if (actor.territory().covers(ports.gazetteer().way(place))) areas.add(place);
    List<Value.Item> items =
        areas.stream()
            .limit(NoticeOperations.AREAS)
            .map(
                area -> Value.Item.of(area.id(), ShortName.of(area.name(), NoticeOperations.LABEL)))
            .toList();
    return new OperationResult(
        items.isEmpty() ? "none" : "found", Map.of("areas", new Value.Items(items)));
  }

  private void all(Actor actor, Set<ma.jisr.map.place.Area> areas) {
    Gazetteer known = ports.gazetteer();
    if (actor.territory().everywhere()) areas.addAll(known.regions());
    List<ma.jisr.map.place.Area> own =
        actor.territory().areas().stream()
            .flatMap(id -> known.area(id).stream())
            .sorted(Comparator.comparing(area -> area.id()))
            .toList();
    areas.addAll(own);
    for (ma.jisr.map.place.Area area : own)
      switch (area) {
        case Region region -> areas.addAll(known.provinces(region.id()));
        case Province province -> areas.addAll(known.towns(province.id()));
        case Place _ -> {
          // nothing is listed below a place
        }
      }
  }

  /** The chosen area, or the only one; empty for one that lies outside. */
  Optional<ma.jisr.map.place.Area> area(Actor actor, OperationRequest request) {
    String chosen = Requests.id(request, "place");
    if (chosen.isEmpty()) return only(actor);
    return ports
        .gazetteer()
        .area(chosen)
        .filter(area -> actor.territory().covers(ports.gazetteer().way(area)));
  }

  OperationResult actions(OperationRequest request) {
    List<Value.Item> items = new ArrayList<>();
    for (Hazard.Action action :
        hazards.named(Requests.text(request, "hazard")).map(Hazard::actions).orElse(List.of()))
      items.add(Value.Item.of(action.id(), action.text()));
    return new OperationResult("found", Map.of("actions", new Value.Items(items)));
  }

  OperationResult hours(OperationRequest request) {
    Instant now = ports.clock().instant();
    List<Value.Item> items = new ArrayList<>();
    for (Duration lasts :
        hazards.named(Requests.text(request, "hazard")).map(Hazard::lasts).orElse(List.of()))
      items.add(Value.Item.of(Long.toString(lasts.toHours()), Moments.of(now.plus(lasts), now)));
    return new OperationResult("found", Map.of("hours", new Value.Items(items)));
  }

  /** The template with its blanks filled, from now on. */
  NoticeFacts filled(Hazard hazard, ma.jisr.map.place.Area area, OperationRequest request) {
    Instant now = ports.clock().instant();
    String hours = Requests.id(request, "until");
    Duration lasts =
        hazard.lasts().stream()
            .filter(one -> Long.toString(one.toHours()).equals(hours))
            .findFirst()
            .orElse(hazard.lasts().getFirst());
    return new NoticeFacts(
        Kind.ALERT,
        Status.ACTUAL,
        hazard.topic(),
        hazard.category(),
        hazard.gravity(),
        hazard.response(),
        new Template(hazard.id(), Requests.id(request, "action")),
        Map.of(),
        Area.of(area.id()),
        now,
        now.plus(lasts),
        List.of(),
        Senders.of(area),
        null);
  }
}
