package ma.jisr.service.notices.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import ma.jisr.base.Territory;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Mailings;

/**
 * What happens when a notice is handed in, or might be: how it reads, whom it reaches, and what the
 * rules say. Callable from any thread.
 */
final class Handing {
  private static final Estimate NOBODY = new Estimate(0, 0, Map.of(), 0, 0, 0, true);

  private final Wording wording;
  private final Aiming aiming;
  private final Posting posting;
  private final Mailings mailings;
  private final Tallies tallies;
  private final NoticeRules rules;
  private final InstantSource clock;
  private final Executor worker;

  /**
   * @param worker for what takes long
   */
  Handing(
      Wording wording,
      Aiming aiming,
      Posting posting,
      Mailings mailings,
      Tallies tallies,
      NoticeRules rules,
      InstantSource clock,
      Executor worker) {
    this.wording = wording;
    this.aiming = aiming;
    this.posting = posting;
    this.mailings = mailings;
    this.tallies = tallies;
    this.rules = rules;
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * A notice as it would go.
   *
   * @param notice with its texts and lists, its reach not counted yet
   * @param said how it reads
   * @param estimate whom it would reach
   * @param problem why it cannot be handed in; "" when it can
   */
  record Measured(Notice notice, Wording.Said said, Estimate estimate, String problem) {
    Sealing sealing(boolean emergency, Instant now) {
      return new Sealing(
          notice.texts(),
          notice.lists(),
          Digest.of(notice.facts(), notice.texts(), notice.lists()),
          new Reach(
              estimate.people(),
              estimate.inQuietHours(),
              estimate.segments(),
              estimate.centimes(),
              estimate.minutes(),
              now),
          emergency);
    }
  }

  /** Words it, aims it, counts whom it reaches. */
  CompletableFuture<Measured> measure(Notice notice, Territory territory) {
    return CompletableFuture.supplyAsync(() -> aimed(notice, territory), worker)
        .thenCompose(
            measured ->
                measured.problem().isEmpty()
                    ? mailings
                        .estimate(posting.mailing(measured.notice(), clock.instant()))
                        .thenApply(
                            estimate ->
                                new Measured(measured.notice(), measured.said(), estimate, ""))
                    : CompletableFuture.completedFuture(measured));
  }

  private Measured aimed(Notice notice, Territory territory) {
    NoticeFacts facts = notice.facts();
    Wording.Said said = wording.of(facts, notice.code());
    Set<String> lists = aiming.lists(facts.area(), territory);
    String problem = said.problem();
    if (problem.isEmpty() && !clock.instant().isBefore(facts.until()))
      problem = "until: it is over";
    if (problem.isEmpty() && lists.isEmpty()) problem = "area: no place of yours is in it";
    Sealing draft = new Sealing(said.texts(), lists, "", reach(notice), false);
    Notice worded = notice.edit().sealed(draft, notice.author()).done();
    return new Measured(worded, said, NOBODY, problem);
  }

  private Reach reach(Notice notice) {
    Reach known = notice.reach();
    return known == null ? new Reach(0, 0, 0, 0, 0, clock.instant()) : known;
  }

  /** What the rules say of it; counts it for its account. */
  CompletableFuture<Judgement> take(Hand hand, Measured measured, String writeId) {
    if (!measured.problem().isEmpty())
      return CompletableFuture.completedFuture(Judgement.refused(measured.problem()));
    return tallies.take(
        hand.actor().id(), measured.notice().id(), clock.instant(), writeId, judge(hand, measured));
  }

  /** The same without counting it. */
  CompletableFuture<Judgement> look(Hand hand, Measured measured) {
    if (!measured.problem().isEmpty())
      return CompletableFuture.completedFuture(Judgement.refused(measured.problem()));
    return tallies.look(
        hand.actor().id(), measured.notice().id(), clock.instant(), judge(hand, measured));
  }

  private BiFunction<Integer, Integer, Judgement> judge(Hand hand, Measured measured) {
    return (lately, today) ->
        Judgement.of(
            new Judgement.Case(
                hand,
                measured.notice().facts(),
                measured.estimate().people(),
                rules.of(hand.actor().id()),
                lately,
                today));
  }

  /** The places of a preview. */
  Set<String> places(NoticeFacts facts, Territory territory) {
    return aiming.places(facts.area(), territory);
  }
}
