package ma.jisr.map.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.jisr.base.Role;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a hotspot says of what people had reported, whichever way it was made: by the
 * API, a file, an undo, a phone.
 *
 * @param at since when that is known
 * @param state as somebody who may has found it; null when they have not looked
 * @param mended whether where it is has been entered anew
 */
record Finding(Instant at, @Nullable State state, boolean mended) {
  /**
   * What a history tells, oldest first. What people's own voices changed, and new hotspots, tell
   * nothing.
   *
   * @param now as it stands
   * @param history oldest first
   */
  static List<Finding> of(Hotspot now, List<Revision> history) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Revision revision = history.get(i);
      Hotspot before = revision.before();
      Hotspot after = i + 1 < history.size() ? history.get(i + 1).before() : now;
      if (before == null || after == null || revision.role() == Role.PERSON) continue;
      State state = state(before, after);
      boolean mended = !after.retired() && moved(before, after);
      if (state != null || mended)
        findings.add(new Finding(at(revision, after, state), state, mended));
    }
    return findings;
  }

  private static @Nullable State state(Hotspot before, Hotspot after) {
    if (after.retired()) return before.retired() ? null : State.CLOSED;
    boolean told =
        before.retired()
            || after.state() != before.state()
            || !Objects.equals(after.confirmed(), before.confirmed());
    return told && isSure(after.state()) ? after.state() : null;
  }

  /** Whether somebody must have looked to say so. */
  private static boolean isSure(State state) {
    return state == State.WORKS || state == State.BROKEN || state == State.CLOSED;
  }

  private static boolean moved(Hotspot before, Hotspot after) {
    return !after.point().equals(before.point())
        || !after.place().equals(before.place())
        || !Objects.equals(after.way(), before.way());
  }

  /** A file tells when somebody looked, which may be long ago; all others look now. */
  private static Instant at(Revision revision, Hotspot after, @Nullable State state) {
    Confirmation word = after.confirmed();
    boolean told = revision.deed() == Deed.IMPORT && state != null && !after.retired();
    if (!told || word == null) return revision.at();
    return word.at().isBefore(revision.at()) ? word.at() : revision.at();
  }
}
