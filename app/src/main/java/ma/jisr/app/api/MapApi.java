package ma.jisr.app.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.api.Operation;

/** The list of the API's resources. A new one is one line here and its part of the description. */
public final class MapApi {
  private MapApi() {}

  /** What each operation of the description does, by its name. */
  public static Map<String, Operation> operations(
      Rooms rooms, Accounts accounts, Audit audit, InstantSource clock) {
    Map<String, Operation> all = new HashMap<>();
    all.putAll(new PlaceResource(rooms.places()).operations());
    all.putAll(new HotspotResource(rooms, clock).operations());
    all.putAll(new ImportResource(rooms.files(), rooms.worker()).operations());
    all.putAll(new ShopResource(rooms, clock).operations());
    all.putAll(new StaffResource(rooms).operations());
    all.putAll(new QueueResource(rooms).operations());
    all.putAll(new PayeeResource(rooms).operations());
    all.putAll(new ClaimResource(rooms).operations());
    all.putAll(new BenefitResource(rooms).operations());
    all.putAll(new AlertResource(rooms.alerts()).operations());
    all.putAll(new ChallengeResource(rooms, accounts).operations());
    all.putAll(new NoticeResource(rooms.notices(), accounts, clock).operations());
    all.putAll(new AudienceResource(rooms.audience()).operations());
    all.putAll(new ReportResource(rooms).operations());
    all.putAll(new ProposalResource(rooms.admission()).operations());
    all.putAll(new DemandResource(rooms.demand(), rooms.places(), clock).operations());
    all.putAll(new CopyResource(rooms.account()).operations());
    all.putAll(new AdministrationResource(accounts, audit, clock).operations());
    return all;
  }
}
