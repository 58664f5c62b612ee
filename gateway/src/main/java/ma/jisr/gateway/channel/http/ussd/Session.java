package ma.jisr.gateway.channel.http.ussd;

import java.time.Instant;
import java.util.Map;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.channel.http.Door;
import org.jspecify.annotations.Nullable;

/** One open dialogue of a link, confined to the link's loop. */
final class Session {
  final String key;
  final Msisdn person;
  final String code;
  final Instant begun;
  Instant active;

  /** The newest step. */
  @Nullable Step newest;

  /** The one before. */
  private @Nullable Step previous;

  /** What was typed in the newest step. */
  String text = "";

  /** The newest step's id. */
  String input = "";

  /** How many steps have been counted here. */
  int steps;

  /** Whether the newest step's answer has reached the aggregator. */
  boolean answered;

  /** Whether the newest step's screen is on its way to whoever has asked for it first. */
  boolean showing;

  private @Nullable Waiting waiting;

  /** The request that is to be answered, and since when. */
  record Waiting(Door.Answer answer, Map<String, String> echoed, Instant since) {}

  Session(String key, Msisdn person, String code, Instant now) {
    this.key = key;
    this.person = person;
    this.code = code;
    this.begun = now;
    this.active = now;
  }

  /** Whether a step is the newest one, sent again. */
  boolean repeats(Step step) {
    Step before = newest;
    if (before == null) return false;
    if (step.act() == Step.Act.UNTOLD) return step.text().equals(before.text());
    if (!step.sequence().isEmpty()) return step.sequence().equals(before.sequence());
    // Nobody answers twice what was asked once.
    return !answered && step.act() == before.act() && step.text().equals(before.text());
  }

  /**
   * What has been typed in this step. Where all inputs come joined by stars only what is new
   * counts, whatever signs it holds; out of step, what stands behind the last star.
   */
  String typed(Step step) {
    if (step.act() != Step.Act.UNTOLD) return step.text();
    String before = newest == null ? "" : newest.text();
    String all = step.text();
    if (before.isEmpty()) return all;
    return all.startsWith(before + "*")
        ? all.substring(before.length() + 1)
        : all.substring(all.lastIndexOf('*') + 1);
  }

  /** A new step. */
  void heard(Step step, int count, String id, String typed, Instant now) {
    previous = newest;
    newest = step;
    steps = count;
    input = id;
    text = typed;
    answered = false;
    showing = false;
    active = now;
  }

  /** What became of a step's screen; gives the request that has asked for the same meanwhile. */
  @Nullable Waiting shown(String step, boolean written) {
    if (!step.equals(input)) return null;
    answered |= written;
    showing = false;
    return waits(null);
  }

  /** The newest step was not kept: it comes again as if for the first time. */
  void forget() {
    newest = previous;
    answered = true;
    steps--;
  }

  @Nullable Waiting waiting() {
    return waiting;
  }

  /** The request that waits now; gives the one that did before. */
  @Nullable Waiting waits(@Nullable Waiting next) {
    Waiting before = waiting;
    waiting = next;
    return before;
  }
}
