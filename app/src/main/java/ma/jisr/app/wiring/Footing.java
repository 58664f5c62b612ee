package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import ma.jisr.app.settings.Settings;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.render.Renderer;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Places;
import ma.jisr.service.People;
import ma.jisr.service.notices.Heralds;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.store.Store;

/**
 * What the works of all services stand on: each takes of it what it needs.
 *
 * @param kit what the deployment gives
 * @param worker for what must not run on a loop
 */
record Footing(
    FieldKit kit,
    Settings settings,
    Store store,
    Places places,
    Hotspots hotspots,
    Shops shops,
    Outboxes outboxes,
    People people,
    InstantSource clock,
    Executor worker) {
  /** The part whose key seals the numbers of who is told something for the first time. */
  private static final String FIRST = "outbox";

  /** Whom services tell that they have something to say, to whoever it is. */
  static Outboxes outboxes(FieldKit kit, WalletKit pay, Settings settings) {
    return new Outboxes(
        new Introductions(
            kit.vaults().of(FIRST),
            () -> new Reply(ChannelKind.SMS, pay.link(), settings.codes().sms())),
        kit.agents());
  }

  Tickets tickets() {
    String node = Long.toHexString(kit.random().nextLong());
    return new Tickets(store, shops.book()::byId, settings.almanac(), outboxes, clock, node);
  }

  FieldWork field() {
    return FieldWork.of(kit, store, hotspots, places::now, outboxes, clock);
  }

  WalletWork wallet(WalletKit pay, FieldWork field) {
    return WalletWork.of(
        pay,
        new WalletWork.Ground(
            settings,
            store,
            places::now,
            hotspots.feed(),
            people,
            outboxes,
            field.ports().proofs(),
            clock,
            worker));
  }

  AudienceWork audience(WalletKit pay, FieldWork field) {
    return AudienceWork.of(
        new AudienceWork.Ground(
            store,
            places::now,
            people,
            outboxes,
            shops.book(),
            shops.staff(),
            field.ports(),
            pay::link,
            kit.vaults(),
            clock));
  }

  AccountWork account(FieldWork field) {
    return AccountWork.of(
        new AccountWork.Ground(store, kit.vaults(), kit.erased(), field.ports().proofs(), clock));
  }

  /**
   * @param pay knows by which link somebody is written to of whom nothing is known
   */
  ChallengeWork challenges(WalletKit pay) {
    return ChallengeWork.of(
        new ChallengeWork.Ground(
            store,
            places::now,
            hotspots.feed(),
            people,
            () -> new Reply(ChannelKind.SMS, pay.link(), settings.codes().sms()),
            kit.vaults(),
            clock,
            worker));
  }

  /**
   * @param mailings that notices become
   */
  NoticeWork notices(Mailings mailings, Renderer renderer, FieldWork field, AudienceWork audience) {
    return NoticeWork.of(
        new NoticeWork.Ground(
            store,
            places::now,
            hotspots.feed(),
            mailings,
            renderer,
            field.ports().proofs(),
            outboxes,
            new Heralds(
                store,
                kit.agents(),
                places::now,
                audience.groupBook(),
                outboxes,
                settings.notices(),
                clock),
            audience.announcements()::ask,
            audience.groupBook(),
            settings.notices(),
            clock,
            worker));
  }
}
