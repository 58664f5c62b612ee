package ma.jisr.app.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.base.Actor;
import ma.jisr.base.Loop;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Script;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.audience.Following;
import ma.jisr.service.audience.Reach;
import ma.jisr.service.notices.Senders;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.notices.notice.Way;

/** What officials other than the user do in a transcript, and who asks to hear them. */
final class TownHall {
  /** Between two looks at what is due. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Somebody of the whole country. */
  private static final Hand MINISTRY =
      Hand.phone(new Actor("ministry", Role.OFFICIAL, Territory.EVERYWHERE));

  private final Repertoire repertoire;
  private final TalkOfficials officials;
  private final Instant now;

  TownHall(Repertoire repertoire, TalkOfficials officials, Instant now) {
    this.repertoire = repertoire;
    this.officials = officials;
    this.now = now;
  }

  /** The person of a number, made known if need be. */
  private CompletableFuture<String> person(Msisdn who) {
    return repertoire.people().of(who.digits(), TalkPhone.LINK).thenApply(Optional::orElseThrow);
  }

  /** What is due of notices is done, and officials are told; until the loop is no more. */
  static void keep(Loop loop, Repertoire repertoire) {
    Notices notices = repertoire.notices().notices();
    loop.when(
        notices.due().look().thenCompose(_ -> repertoire.notices().heralds().look(notices.book())),
        (done, failure) -> {
          Loop.Cancel unused = loop.after(LOOK, () -> keep(loop, repertoire));
        });
  }

  CompletableFuture<?> happens(TalkLine.AtHall line) {
    return switch (line) {
      case TalkLine.Sends sends -> sends(sends);
      case TalkLine.Rules rules -> rules(rules);
      case TalkLine.Changes changes -> change(changes);
      case TalkLine.Follows follows -> follow(follows);
      case TalkLine.Registers one ->
          person(one.who())
              .thenAccept(
                  person ->
                      officials.others().put(person, official(one.who().digits(), one.area())));
    };
  }

  private static Actor official(String id, String area) {
    return new Actor(id, Role.OFFICIAL, Territory.of(List.of(area)));
  }

  /** Under one key, however often the script's line is played. */
  private CompletableFuture<?> sends(TalkLine.Sends line) {
    Actor actor = official("townhall", line.place());
    Hand hand = line.phone() ? Hand.phone(actor) : Hand.account(actor, Way.API, true);
    return handIn(hand, facts(line), "talk:" + line.line());
  }

  private CompletableFuture<?> handIn(Hand hand, NoticeFacts facts, String key) {
    Notices notices = repertoire.notices().notices();
    return notices
        .desk()
        .draft(hand, facts, key)
        .thenCompose(
            drafted -> notices.desk().submit(hand, done(drafted).id(), null, key + " submit"));
  }

  private NoticeFacts facts(TalkLine.Sends line) {
    Hazard hazard = repertoire.notices().notices().hazards().named(line.hazard()).orElseThrow();
    return new NoticeFacts(
        Kind.ALERT,
        line.exercise() ? Status.EXERCISE : Status.ACTUAL,
        hazard.topic(),
        hazard.category(),
        hazard.gravity(),
        hazard.response(),
        new Template(hazard.id(), line.action()),
        Map.of(),
        Area.of(line.place()),
        now,
        now.plus(Duration.ofHours(line.hours())),
        List.of(),
        Senders.of(repertoire.places().now().area(line.place()).orElseThrow()),
        null);
  }

  private static Notice done(Ruling<Notice> ruling) {
    if (ruling instanceof Ruling.Done<Notice>(var done)) return done.thing();
    throw new IllegalStateException("the desk refuses: " + ruling);
  }

  /** The newest notice is agreed with, or taken back, by somebody of the whole country. */
  private CompletableFuture<?> rules(TalkLine.Rules line) {
    Notices notices = repertoire.notices().notices();
    Notice newest = newest();
    String key = "talk:" + line.line();
    return line.approves()
        ? notices.desk().approve(MINISTRY, newest.id(), newest.digest(), key)
        : notices.desk().recall(MINISTRY, newest.id(), "", key);
  }

  private Notice newest() {
    Notices notices = repertoire.notices().notices();
    return Stream.concat(notices.book().open().stream(), notices.book().heard().stream())
        .max(Comparator.comparing(notice -> notice.facts().from()))
        .orElseThrow(() -> new IllegalStateException("there is no notice"));
  }

  /** The newest notice is followed by one of the same that says to do something else. */
  private CompletableFuture<?> change(TalkLine.Changes line) {
    Notice newest = newest();
    NoticeFacts before = newest.facts();
    Template template = Objects.requireNonNull(before.template(), "a notice by a template");
    NoticeFacts update =
        new NoticeFacts(
            Kind.UPDATE,
            before.status(),
            before.topic(),
            before.category(),
            before.gravity(),
            before.response(),
            new Template(template.hazard(), line.action()),
            Map.of(),
            before.area(),
            now,
            before.until(),
            List.of(newest.id()),
            before.sender(),
            null);
    return handIn(MINISTRY, update, "talk:" + line.line());
  }

  private CompletableFuture<?> follow(TalkLine.Follows line) {
    CompletableFuture<Void> all = CompletableFuture.allOf();
    for (int one = 0; one < line.count(); one++) {
      Msisdn who = new Msisdn(Long.toString(Long.parseLong(line.who().digits()) + one));
      all =
          all.thenCompose(_ -> person(who))
              .thenCompose(
                  person ->
                      repertoire
                          .audience()
                          .subscribers()
                          .follow("talk:" + line.line(), person, line.place(), reach(line)))
              .thenAccept(TownHall::heard);
    }
    return all;
  }

  private static void heard(Following following) {
    if (following != Following.FOLLOWED)
      throw new IllegalStateException("nobody follows: " + following);
  }

  private static Reach reach(TalkLine.Follows line) {
    return new Reach(
        TalkPhone.LINK, "", line.language(), EnumSet.of(Script.LATIN, line.language().script()));
  }
}
