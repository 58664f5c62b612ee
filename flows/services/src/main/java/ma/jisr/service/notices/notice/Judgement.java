package ma.jisr.service.notices.notice;

import ma.jisr.service.notices.notice.Hand.Standing;
import ma.jisr.service.notices.notice.NoticeRules.Limit;
import ma.jisr.service.notices.notice.Preview.Path;

/**
 * What becomes of a notice that is handed in: one table, whichever way somebody comes. Pure.
 *
 * @param path what becomes of it
 * @param problem why it cannot be handed in, in English, naming the field; "" when it can
 */
record Judgement(Path path, String problem) {
  /**
   * What a judgement is made of.
   *
   * @param hand whose
   * @param facts what it says
   * @param people whom it would reach
   * @param limit of the account
   * @param lately emergencies of the account within the hour, this one left out
   * @param today notices that it handed in within 24 hours, this one left out
   */
  record Case(Hand hand, NoticeFacts facts, long people, Limit limit, int lately, int today) {}

  static Judgement of(Case one) {
    Hand hand = one.hand();
    boolean program = hand.standing() == Standing.PROGRAM;
    if (program && hand.way() == Way.SOURCE)
      return refused("source: nothing certifies it, so that it only drafts");
    if (hand.way() == Way.PHONE && !hand.sure()) return refused("phone: it is not proved");
    if (one.facts().extreme()) return emergency(one);
    if (one.today() >= one.limit().perDay())
      return refused("limit: " + one.limit().perDay() + " notices in 24 hours");
    if (one.facts().kind() == Kind.CANCEL && !program) return goes();
    return one.people() <= one.limit().people() ? goes() : second();
  }

  private static Judgement emergency(Case one) {
    boolean sure = one.hand().sure() || one.hand().standing() == Standing.CERTIFIED;
    if (one.facts().kind() == Kind.CANCEL && (sure || one.hand().standing() == Standing.PERSON))
      return atOnce();
    boolean phone = one.hand().way() == Way.PHONE;
    if (phone && (one.facts().template() == null || !one.facts().words().isEmpty()))
      return refused("template: from a phone emergencies come from templates only");
    if (phone && one.lately() >= Limit.FROM_PHONE)
      return refused("limit: " + Limit.FROM_PHONE + " emergency an hour from a phone");
    boolean within =
        one.people() <= one.limit().emergency() && one.lately() < one.limit().perHour();
    return sure && within ? atOnce() : second();
  }

  private static Judgement goes() {
    return new Judgement(Path.GOES, "");
  }

  private static Judgement atOnce() {
    return new Judgement(Path.EMERGENCY, "");
  }

  private static Judgement second() {
    return new Judgement(Path.REVIEW, "");
  }

  static Judgement refused(String problem) {
    return new Judgement(Path.REFUSED, problem);
  }
}
