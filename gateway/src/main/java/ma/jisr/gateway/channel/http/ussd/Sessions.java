package ma.jisr.gateway.channel.http.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import ma.jisr.base.Msisdn;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Inbound;
import org.jspecify.annotations.Nullable;

/**
 * The open dialogues of a link, by the aggregator's name of each. Decides what a request is: the
 * begin of a dialogue, its next answer, the newest one again, or its end. A dialogue's key is made
 * of that name and the number, so that another process knows it again, and nobody answers in
 * somebody else's.
 */
final class Sessions {
  /** Octets of a key: two of a million dialogues share one by less than a chance in 10^17. */
  private static final int KEY = 12;

  private final HttpUssdLink link;
  private final Instant started;
  private final String prefix;
  private final Map<String, Session> open = new HashMap<>();

  /** What a request is. */
  sealed interface Verdict {
    /** An input, new or again. */
    record Heard(Session session, Inbound.Act act, String text) implements Verdict {}

    /** The end of an open dialogue. */
    record Ended(Session session, Input.Reason reason) implements Verdict {}

    /** The end of a dialogue that is over for us, too. */
    record Over() implements Verdict {}

    /** There is no room for another dialogue. */
    record Full() implements Verdict {}
  }

  /**
   * @param started when the process began: what goes on then began under another
   * @param random keeps counted steps apart from those of other processes
   */
  Sessions(HttpUssdLink link, Instant started, RandomGenerator random) {
    this.link = link;
    this.started = started;
    this.prefix = Long.toUnsignedString(random.nextLong(), 36) + '-';
  }

  Collection<Session> all() {
    return open.values();
  }

  @Nullable Session find(@Nullable String key) {
    return key == null ? null : open.get(key);
  }

  void end(Session session) {
    open.remove(session.key, session);
  }

  /** The newest step was not kept: whatever comes next is new. */
  void forget(Session session) {
    session.forget();
    if (session.steps < 1) end(session);
  }

  Verdict take(Msisdn person, Step step, Instant now) {
    String key = link.id() + '-' + hash(step.session() + '\n' + person.digits());
    Session known = open.get(key);
    Input.Reason reason = end(step.act());
    if (reason != null)
      return known == null ? new Verdict.Over() : new Verdict.Ended(known, reason);
    if (known != null && known.repeats(step))
      return new Verdict.Heard(known, act(known.steps), known.text);
    if (known != null && step.act() != Step.Act.BEGIN) return heard(known, step, now);
    if (known == null && open.size() >= link.open()) return new Verdict.Full();
    Session session =
        new Session(key, person, step.code().isEmpty() ? link.code() : step.code(), now);
    if (known != null) session.waits(known.waits(null));
    open.put(key, session);
    return heard(session, step, now);
  }

  private Verdict heard(Session session, Step step, Instant now) {
    boolean first = session.steps == 0;
    // An answer in a dialogue that another process has begun: the person's own document knows it.
    boolean goesOn = first && step.act() == Step.Act.ANSWER;
    String text = first && !goesOn ? dialled(session, step, now) : session.typed(step);
    int count = goesOn ? 2 : session.steps + 1;
    session.heard(step, count, session.key + ':' + id(step, count), text, now);
    return new Verdict.Heard(session, act(count), text);
  }

  private static Inbound.Act act(int steps) {
    return steps <= 1 ? Inbound.Act.BEGIN : Inbound.Act.ANSWER;
  }

  /** What was dialled, which aggregators tell with the service code, without, or not at all. */
  private String dialled(Session session, Step step, Instant now) {
    String text = step.text();
    if (text.startsWith("*") || text.startsWith("#")) return text;
    return text.isEmpty() || forgotten(step, now) ? session.code : behind(session.code, text);
  }

  /** A dialogue that began before this process did: its first inputs are not to be done again. */
  private boolean forgotten(Step step, Instant now) {
    Duration age = Duration.between(started, now);
    return step.act() == Step.Act.UNTOLD && age.compareTo(link.timers().session()) < 0;
  }

  /** {@code *585#} and {@code 1*42}: {@code *585*1*42#}. */
  private static String behind(String code, String text) {
    String bare = code.endsWith("#") ? code.substring(0, code.length() - 1) : code;
    return bare + '*' + text + '#';
  }

  private String id(Step step, int count) {
    if (step.act() == Step.Act.UNTOLD) return hash(step.text());
    return step.sequence().isEmpty() ? prefix + count : hash(step.sequence());
  }

  private static Input.@Nullable Reason end(Step.Act act) {
    return switch (act) {
      case END -> Input.Reason.RELEASED;
      case TIME_OUT -> Input.Reason.TIMED_OUT;
      case BEGIN, ANSWER, UNTOLD -> null;
    };
  }

  /** Those that have waited or lived for too long; they are to be ended. */
  List<Session> idle(Instant now) {
    List<Session> over = new ArrayList<>();
    for (Session session : open.values()) {
      boolean idle = !session.active.plus(link.timers().idle()).isAfter(now);
      if (idle || !session.begun.plus(link.timers().session()).isAfter(now)) over.add(session);
    }
    return over;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, KEY));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
