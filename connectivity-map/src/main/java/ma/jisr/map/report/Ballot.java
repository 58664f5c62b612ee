package ma.jisr.map.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.map.hotspot.Hotspot.State;
import org.jspecify.annotations.Nullable;

/**
 * The voices about one hotspot since somebody last checked it. Immutable.
 *
 * @param votes at most one of a person, oldest first
 * @param checks how often it has been checked: numbers what is owed
 * @param state as it was found then; null when never
 * @param checked when that was
 * @param owed whom checks have not thanked yet, oldest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Ballot(
    List<Vote> votes,
    long checks,
    @Nullable State state,
    @Nullable Instant checked,
    List<Owed> owed) {
  static final Ballot EMPTY = new Ballot(List.of(), 0, null, null, List.of());

  Ballot {
    votes = List.copyOf(votes);
    owed = List.copyOf(owed);
  }

  /**
   * Whom a check owes thanks.
   *
   * @param check its number
   * @param state as it was found; as it was last found where only its place has been mended
   * @param at when
   * @param votes that had been given
   * @param mended whether it was not looked at: where it is now has been entered
   */
  record Owed(long check, @Nullable State state, Instant at, List<Vote> votes, boolean mended) {
    Owed {
      votes = List.copyOf(votes);
    }
  }

  /** A ballot after a voice, and what became of it. */
  record Heard(Ballot ballot, Told told) {}

  /** With one more voice; the newest of a person counts. */
  Heard with(Vote vote, ReportRules rules) {
    Instant oldest = vote.at().minus(rules.window());
    List<Vote> kept = new ArrayList<>();
    Vote before = null;
    int ofLink = 0;
    for (Vote other : votes) {
      if (other.who().equals(vote.who())) before = other;
      else if (!other.at().isBefore(oldest)) {
        kept.add(other);
        if (!other.assured() && other.link().equals(vote.link())) ofLink++;
      }
    }
    if (before != null && before.key().equals(vote.key())) return new Heard(this, Told.NOTED);
    boolean today = before != null && before.day() == vote.day();
    if (before != null && today && before.said() == vote.said() && vote.words().isEmpty())
      return new Heard(this, Told.AGAIN);
    boolean room = kept.size() < ReportRules.VOICES;
    if (!vote.assured() && ofLink >= ReportRules.SMS_OF_A_LINK) room = false;
    if (before != null || room) kept.add(vote);
    return new Heard(
        new Ballot(kept, checks, state, checked, owed), today ? Told.CHANGED : Told.NOTED);
  }

  /**
   * After somebody who may has looked: what had been said until then is thanked for and forgotten.
   *
   * @param found how it is
   */
  Ballot checkedBy(State found, Instant at) {
    List<Vote> done = new ArrayList<>();
    List<Vote> later = new ArrayList<>();
    for (Vote vote : votes) (vote.at().isAfter(at) ? later : done).add(vote);
    if (done.isEmpty() && found == state) return this;
    List<Owed> owes = new ArrayList<>(owed);
    long check = done.isEmpty() ? checks : checks + 1;
    if (!done.isEmpty()) owes.add(new Owed(check, found, at, done, false));
    return new Ballot(later, check, found, at, owes);
  }

  /** After somebody has entered where it is now: who had said that it has moved is thanked. */
  Ballot mendedAt(Instant at) {
    List<Vote> done = new ArrayList<>();
    List<Vote> left = new ArrayList<>();
    for (Vote vote : votes)
      (vote.said() == Said.MOVED && !vote.at().isAfter(at) ? done : left).add(vote);
    if (done.isEmpty()) return this;
    List<Owed> owes = new ArrayList<>(owed);
    owes.add(new Owed(checks + 1, state, at, done, true));
    return new Ballot(left, checks + 1, state, checked, owes);
  }

  /** After what has been done to the hotspot, in order; what was before its last check is known. */
  Ballot after(List<Finding> findings) {
    Ballot now = this;
    for (Finding finding : findings) {
      boolean later = now.checked == null || finding.at().isAfter(now.checked);
      if (finding.mended()) now = now.mendedAt(finding.at());
      if (finding.state() != null && later) now = now.checkedBy(finding.state(), finding.at());
    }
    return now;
  }

  /** Nothing more is owed of this check. */
  Ballot thanked(long check) {
    return new Ballot(
        votes, checks, state, checked, owed.stream().filter(o -> o.check() != check).toList());
  }
}
