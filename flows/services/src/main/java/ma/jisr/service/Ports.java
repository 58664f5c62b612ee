package ma.jisr.service;

import java.time.InstantSource;
import java.util.Optional;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Places;
import ma.jisr.service.audience.AudiencePorts;
import ma.jisr.service.challenges.ChallengePorts;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.ShopBook;
import ma.jisr.service.shops.ShopStaff;
import ma.jisr.service.tickets.Tickets;

/**
 * What the services are handed: the rooms below them and the clock.
 *
 * @param places all regions, provinces and places, as they are now
 * @param hotspots the map that is asked
 * @param demand where unmet questions are counted
 * @param shops that are asked for
 * @param staff who serves in them
 * @param tickets the queues of shops
 * @param people who is behind a number
 * @param field listens to what people tell of hotspots
 * @param outboxes told of what a service has written that speaks first
 * @param wallet what payments are made with; empty where no provider of wallets is configured
 * @param account answers what people ask about what is kept of them
 * @param challenges that are read and taken up
 * @param notices of officials
 * @param audience who hears notices
 * @param clock the wall clock
 */
public record Ports(
    Places places,
    HotspotMap hotspots,
    Demand demand,
    ShopBook shops,
    ShopStaff staff,
    Tickets tickets,
    People people,
    FieldPorts field,
    Outboxes outboxes,
    Optional<WalletPorts> wallet,
    AccountPorts account,
    ChallengePorts challenges,
    Notices notices,
    AudiencePorts audience,
    InstantSource clock) {
  /** The gazetteer in use: for one question. */
  public Gazetteer gazetteer() {
    return places.now();
  }
}
