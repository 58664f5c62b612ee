package ma.jisr.service.notices.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ma.jisr.service.notices.mailing.Aim;
import ma.jisr.service.notices.mailing.Grade;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Quiet;

/** How a notice becomes a mailing. */
final class Posting {
  /** Whose ceiling of segments a day ordinary notices count for ({@code limits.feature-day}). */
  static final String FEATURE = "notices";

  /** How far references are followed: an alert that is changed every hour of a day. */
  private static final int MOST_STEPS = 24;

  private final Function<String, Optional<Notice>> byId;
  private final Quiet quiet;

  /**
   * @param byId notices that others refer to
   * @param quiet the hours in which ordinary ones wait
   */
  Posting(Function<String, Optional<Notice>> byId, Quiet quiet) {
    this.byId = byId;
    this.quiet = quiet;
  }

  /**
   * @param now it begins then, or at its own time
   */
  Mailing mailing(Notice notice, Instant now) {
    NoticeFacts facts = notice.facts();
    boolean extreme = facts.extreme();
    return new Mailing(
        notice.id(),
        aim(notice),
        facts.topic().id(),
        extreme ? Grade.EXTREME : Grade.ORDINARY,
        FEATURE,
        facts.from().isAfter(now) ? facts.from() : now,
        facts.until(),
        notice.texts(),
        Wording.own(facts),
        extreme ? Optional.empty() : Optional.of(quiet));
  }

  /**
   * To whom it goes. A change of what was still going out goes to all for whom that was meant: who
   * had not got it yet must hear the change, too.
   */
  private Aim aim(Notice notice) {
    if (notice.facts().kind() == Kind.ALERT) return new Aim.Lists(notice.lists());
    Set<String> before = before(notice);
    if (notice.facts().kind() == Kind.UPDATE) {
      Set<String> lists = new LinkedHashSet<>();
      boolean half = false;
      for (String id : before) {
        Notice one = byId.apply(id).orElse(null);
        if (one == null) continue;
        lists.addAll(one.lists());
        half |= one.note().equals(replaced(notice)) || !one.state().ended();
      }
      if (half && !lists.isEmpty()) return new Aim.Lists(lists);
    }
    return new Aim.SameAs(List.copyOf(before));
  }

  /** What is noted of a notice that another one has overtaken while it was going out. */
  static String replaced(Notice by) {
    return "replaced by " + by.code();
  }

  /** Those that it refers to, and those that these refer to: whoever got any of them. */
  Set<String> before(Notice notice) {
    Set<String> all = new LinkedHashSet<>(notice.facts().references());
    List<String> next = new ArrayList<>(all);
    for (int step = 0; step < MOST_STEPS && !next.isEmpty(); step++) {
      List<String> further = new ArrayList<>();
      for (String id : next)
        byId.apply(id)
            .ifPresent(
                one -> {
                  for (String earlier : one.facts().references())
                    if (all.add(earlier)) further.add(earlier);
                });
      next = further;
    }
    return all;
  }
}
