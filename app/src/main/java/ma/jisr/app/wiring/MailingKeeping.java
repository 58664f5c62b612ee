package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.settings.DoorSettings;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.bulk.BulkCarrier;
import ma.jisr.gateway.bulk.BulkLink;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.service.notices.mailing.Audience;
import ma.jisr.service.notices.mailing.Ground;
import ma.jisr.service.notices.mailing.MailingKeeper;
import ma.jisr.service.notices.mailing.MailingOffice;
import ma.jisr.service.notices.mailing.Patience;
import ma.jisr.store.Store;

/** The mailings of a running node: sent over its links. On its loop. */
final class MailingKeeping {
  /** How long stopping waits for the answers of what was handed out; the rest is in doubt then. */
  private static final Duration FINISH = Duration.ofSeconds(4);

  private MailingKeeping() {}

  /**
   * Starts it; what it has to stop is pushed.
   *
   * @param links over SMPP
   * @param node this process's id, new at each start
   */
  static void start(
      Loop loop,
      Store store,
      Settings settings,
      List<LinkSettings> links,
      SessionEngine engine,
      Repertoire repertoire,
      String node,
      Stopping stopping) {
    BulkCarrier carrier =
        new BulkCarrier(engine.bulk(), bulk(links, settings.door()), settings.codes().sms());
    Ground ground =
        new Ground(
            loop,
            store,
            Audience.of(repertoire.audience().subscribers()),
            carrier,
            node,
            settings.store().isEmpty(),
            Patience.USUAL);
    MailingKeeper keeper = new MailingKeeper(ground);
    repertoire.postbox().connect(new MailingOffice(ground, keeper::wake));
    keeper.start();
    stopping.push("the mailings", FINISH, keeper::stop);
  }

  /**
   * The lines of mailings: those over SMPP first. A provider over HTTP bounds messages a second and
   * counts a long one as one: taken as segments, it is never asked for more.
   */
  static List<BulkLink> bulk(List<LinkSettings> links, DoorSettings door) {
    List<BulkLink> all = new ArrayList<>();
    for (LinkSettings link : links)
      if (link.carries().contains("sms"))
        all.add(new BulkLink(link.id(), link.rate(), link.window(), link.cost().orElse(-1L)));
    for (DoorSettings.DoorLink link : door.links())
      if (link instanceof DoorSettings.SmsLink sms)
        all.add(
            new BulkLink(
                link.id(), sms.link().rate(), sms.link().window(), sms.cost().orElse(-1L)));
    return all;
  }
}
