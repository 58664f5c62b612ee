package ma.jisr.app.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.Reports;
import ma.jisr.service.AccountPorts;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.AudienceCounts;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.cap.Publication;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.service.wallet.benefit.Benefits;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.payee.Payees;

/**
 * What of the map and the shops the API serves.
 *
 * @param places the gazetteer in use
 * @param hotspots that are kept
 * @param shops that are kept
 * @param tickets of those who wait in them
 * @param wallet who is paid, what is disputed, what can be collected
 * @param alerts of the Common Alerting Protocol
 * @param challenges that people may take up
 * @param notices of officials
 * @param audience that hears them
 * @param person gives the person behind an address, heard of or not
 * @param files what goes in and out of them
 * @param reports what people tell of hotspots
 * @param proposals which ones they name
 * @param admission decides what becomes of these
 * @param demand what they asked for in vain
 * @param account what is kept of people, told to themselves
 * @param worker runs what blocks
 * @param loop looks at what is watched
 */
public record Rooms(
    Supplier<Gazetteer> places,
    Hotspots hotspots,
    Shops shops,
    Tickets tickets,
    Wallet wallet,
    CapRooms alerts,
    ChallengeRooms challenges,
    Notices notices,
    Audience audience,
    Function<Address, CompletableFuture<String>> person,
    List<FileDesk> files,
    Reports reports,
    Proposals proposals,
    Admission admission,
    DemandBook demand,
    AccountPorts account,
    Executor worker,
    Loop loop) {
  /** What of wallets is kept by operators. */
  public record Wallet(Payees payees, Claims claims, Benefits benefits) {}

  /** What people may take up, and their offers as those read them who look after it. */
  public record ChallengeRooms(Challenges register, OfferList offers) {}

  /** Who hears notices, and who says them aloud. */
  public record Audience(
      AudienceCounts counts, GroupDesk groups, RelayDesk relays, Announcements announcements) {}

  /** Alerts of others, and ours. */
  public record CapRooms(CapDesk desk, Publication published) {}
}
