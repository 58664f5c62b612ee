package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ma.jisr.base.Loop;
import ma.jisr.base.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * The open USSD dialogues of a link, one a handset at most, and for a while the ended ones. Decides
 * what an input is: the begin of a dialogue, the next answer, the newest one again, or of a
 * dialogue that is over.
 */
final class Dialogues {
  /** Ended dialogues remembered; beyond it the oldest is forgotten and its late answer resumes. */
  private static final int MOST_ENDED = 10_000;

  private final Loop loop;
  private final SmppLink link;
  private final String prefix;
  private final Map<Msisdn, Dialogue> open = new HashMap<>();
  private final Map<String, Dialogue> byKey = new HashMap<>();
  private final Map<Msisdn, Ended> ended = new LinkedHashMap<>();
  private long epoch;

  private record Ended(@Nullable String session, Instant at) {}

  /** What an input is. */
  sealed interface Verdict {
    /** A new dialogue. */
    record Begun(Dialogue dialogue, String text) implements Verdict {}

    /** The next answer. */
    record Answered(Dialogue dialogue, String text) implements Verdict {}

    /** The newest input, sent again: it keeps its id. */
    record Repeated(Dialogue dialogue, boolean begin, String text) implements Verdict {}

    /** The end of the open dialogue. */
    record Aborted(Dialogue dialogue) implements Verdict {}

    /** Of another dialogue, or of one that is over. */
    record Stale() implements Verdict {}

    /** There is no room for another dialogue. */
    record Full() implements Verdict {}

    /** Nothing that a dialogue needs. */
    record Nothing() implements Verdict {}
  }

  /**
   * @param random gives the prefix that keeps keys apart from those of earlier and other processes
   */
  Dialogues(Loop loop, SmppLink link, RandomGenerator random) {
    this.loop = loop;
    this.link = link;
    this.prefix = link.smsc() + "-" + Long.toUnsignedString(random.nextLong(), 36) + "-";
  }

  int size() {
    return open.size();
  }

  /** The open dialogue of a key. */
  Optional<Dialogue> find(@Nullable String key) {
    return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
  }

  /** Decides about an input. */
  Verdict take(Connection from, Deliver deliver, Msisdn person, String text) {
    UssdProfile profile = link.ussd().profile();
    UssdProfile.Act act = profile.act(deliver);
    String session = profile.session(deliver);
    Integer step = profile.step(deliver);
    Dialogue now = open.get(person);
    if (now != null
        && (act == UssdProfile.Act.BEGIN || act == UssdProfile.Act.ANSWER)
        && now.bears(session)
        && now.repeats(from, deliver, act, step, text)) {
      now.again(from, deliver, loop.now());
      return new Verdict.Repeated(now, act == UssdProfile.Act.BEGIN, text);
    }
    return switch (act) {
      case BEGIN -> begin(from, deliver, person, session, step, text);
      case ANSWER -> answer(now, from, deliver, person, session, step, text);
      case ABORT -> abort(now, session);
      case OTHER -> new Verdict.Nothing();
    };
  }

  private Verdict begin(
      Connection from,
      Deliver deliver,
      Msisdn person,
      @Nullable String session,
      @Nullable Integer step,
      String text) {
    Dialogue before = open.get(person);
    if (before != null) {
      end(before, false);
    } else if (open.size() >= link.ussd().open()) {
      return new Verdict.Full();
    }
    epoch++;
    Dialogue fresh =
        new Dialogue(prefix + epoch, person, session, from, deliver, step, text, loop.now());
    open.put(person, fresh);
    byKey.put(fresh.key(), fresh);
    return new Verdict.Begun(fresh, text);
  }

  private Verdict answer(
      @Nullable Dialogue now,
      Connection from,
      Deliver deliver,
      Msisdn person,
      @Nullable String session,
      @Nullable Integer step,
      String text) {
    if (now != null) {
      if (!now.bears(session) || now.outdates(step)) {
        return new Verdict.Stale();
      }
      now.input(from, deliver, UssdProfile.Act.ANSWER, step, text, loop.now());
      return new Verdict.Answered(now, text);
    }
    Ended gone = ended.get(person);
    if (gone != null && (session == null || session.equals(gone.session()))) {
      return new Verdict.Stale();
    }
    // Begun before this process, or timed out here and alive there: the person waits for a screen.
    // What was typed answers a screen that nobody here knows, so that it is not kept.
    return begin(from, deliver, person, session, step, "");
  }

  private Verdict abort(@Nullable Dialogue now, @Nullable String session) {
    if (now == null || !now.bears(session)) {
      return new Verdict.Stale();
    }
    end(now, true);
    return new Verdict.Aborted(now);
  }

  /** The last screen was taken by the peer. */
  void finished(Dialogue dialogue) {
    end(dialogue, true);
  }

  /** Ends what has been idle or open for too long, and gives it back. */
  List<Dialogue> sweep() {
    Instant now = loop.now();
    Duration idle = link.ussd().idle();
    Duration session = link.ussd().session();
    List<Dialogue> over = new ArrayList<>();
    for (Dialogue dialogue : open.values()) {
      if (!dialogue.active().plus(idle).isAfter(now)
          || !dialogue.begun().plus(session).isAfter(now)) {
        over.add(dialogue);
      }
    }
    over.forEach(dialogue -> end(dialogue, false));
    for (Iterator<Ended> oldest = ended.values().iterator(); oldest.hasNext(); ) {
      if (oldest.next().at().plus(session).isAfter(now)) {
        break;
      }
      oldest.remove();
    }
    return over;
  }

  private void end(Dialogue dialogue, boolean remember) {
    if (!open.remove(dialogue.person(), dialogue)) {
      return;
    }
    byKey.remove(dialogue.key());
    if (remember) {
      ended.remove(dialogue.person());
      ended.put(dialogue.person(), new Ended(dialogue.session(), loop.now()));
      if (ended.size() > MOST_ENDED) {
        ended.remove(ended.keySet().iterator().next());
      }
    }
    dialogue.end();
  }
}
