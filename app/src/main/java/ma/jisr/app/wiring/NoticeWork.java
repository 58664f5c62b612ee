package ma.jisr.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.notice.NoticeHands;
import ma.jisr.app.notice.NoticesVerb;
import ma.jisr.flow.render.Renderer;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.notices.Heralds;
import ma.jisr.service.notices.mailing.MailingCollections;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.notice.Aloud;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * All of official notices, put together.
 *
 * @param notices to be read before the first question, changed at their desk
 * @param heralds tell officials what becomes of them
 */
public record NoticeWork(Notices notices, Heralds heralds) {
  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(Notices.COLLECTIONS);
    all.add(Heralds.SPEC);
    all.addAll(MailingCollections.specs());
    return List.copyOf(all);
  }

  /** What all of it stands on. */
  record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      ChangeFeed feed,
      Mailings mailings,
      Renderer renderer,
      Proofs proofs,
      Outboxes outboxes,
      Heralds heralds,
      Aloud aloud,
      GroupAreas groups,
      NoticeRules rules,
      InstantSource clock,
      Executor worker) {}

  static NoticeWork of(Ground on) {
    return new NoticeWork(
        Notices.on(
            new Notices.Ground(
                on.store(),
                on.gazetteer(),
                on.feed(),
                on.mailings(),
                on.renderer(),
                on.proofs(),
                on.outboxes(),
                on.heralds(),
                on.aloud(),
                on.groups(),
                on.rules(),
                on.clock(),
                on.worker())),
        on.heralds());
  }

  /**
   * What operators may ask of a running node about notices.
   *
   * @param data the data folder
   */
  Signed verb(Accounts accounts, Path data) {
    return new NoticesVerb(
        notices,
        new NoticeHands(accounts, notices.approvals()),
        new Handover(data),
        Clock.systemUTC());
  }
}
