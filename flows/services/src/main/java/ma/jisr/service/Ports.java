package ma.jisr.service;

import java.time.InstantSource;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.outbox.Outboxes;

/**
 * What the services are handed: the rooms below them and the clock.
 *
 * @param gazetteer all regions, provinces and places
 * @param hotspots the map that is asked
 * @param demand where unmet questions are counted
 * @param outboxes told of what a service has written that speaks first
 * @param clock the wall clock
 */
public record Ports(
    Gazetteer gazetteer,
    HotspotMap hotspots,
    Demand demand,
    Outboxes outboxes,
    InstantSource clock) {}
