package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.account.AccountCollections;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.unresolved.UnresolvedCollections;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.keeping.Sweeper;
import ma.jisr.service.notices.Heralds;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.mailing.MailingCollections;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * How long everything is kept that is not kept for good: one list of what each room declares, which
 * one sweeper walks and docs/privacy.md is held to.
 */
public final class Retentions {
  private Retentions() {}

  /** All of them. */
  public static List<Retention> of(Settings settings) {
    Duration people = settings.people().keep();
    return Stream.of(
            SessionCollections.retentions(people, settings.logKeep()),
            UnresolvedCollections.retentions(settings.review().keep()),
            AccountCollections.retentions(settings.api().auditKeep()),
            List.of(ChangeFeed.retention()),
            FieldWork.retentions(),
            TicketCollections.retentions(),
            WalletWork.retentions(),
            List.of(AccountsDesk.retention(), Erasures.retention()),
            Offers.retentions(),
            Notices.retentions(),
            List.of(Heralds.retention(), CapDesk.retention(), Announcements.retention()),
            MailingCollections.retentions())
        .flatMap(List::stream)
        .toList();
  }

  /** Sweeps from now on; what it has to stop is pushed. */
  static void start(
      Loop loop, Store store, Settings settings, Counters counters, Stopping stopping) {
    Sweeper sweeper = new Sweeper(loop, store, of(settings), new Counted(counters));
    sweeper.start();
    stopping.pushClose("the sweeper", sweeper::stop);
  }

  /** Counts of what was swept, by collection. */
  private record Counted(Counters counters) implements Sweeper.Told {
    @Override
    public void swept(String collection, int many) {
      counters.count("retention.swept", Map.of("collection", collection), many);
    }

    @Override
    public void failed(String collection) {
      counters.count("retention.failed", Map.of("collection", collection));
    }
  }
}
