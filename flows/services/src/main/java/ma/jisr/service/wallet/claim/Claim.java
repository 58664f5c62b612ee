package ma.jisr.service.wallet.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disputed payment. Immutable.
 *
 * @param number as people know it: "R-7F3K2"
 * @param key a pseudonym of the call that made it
 * @param person the id of whoever disputes; "" when they have been erased
 * @param evidence the payment as it stood
 * @param state where it stands
 * @param verdict the last answer; null while there is none
 * @param recourse to whom they may turn next
 * @param clocks when its time runs out
 * @param taker the id of the account that took it up; "" for nobody
 * @param decider the id of the account that answered last; "" for nobody
 * @param back what became of giving back; null while it is not known, or not owed
 * @param opened when it was made
 * @param steps what was done, oldest first
 * @param told messages that have been sent about its clocks
 */
public record Claim(
    String number,
    String key,
    String person,
    Reason reason,
    Evidence evidence,
    State state,
    @Nullable Verdict verdict,
    Recourse recourse,
    ClaimTerms.Clocks clocks,
    String taker,
    String decider,
    Disputes.@Nullable Back back,
    Instant opened,
    List<Step> steps,
    List<String> told) {
  /** Most {@link #steps}: answered, taken to the mediator and to the central bank, and again. */
  static final int MOST_STEPS = 40;

  /** The same when whoever disputes has been erased. */
  Claim nobodys() {
    return new Claim(
        number, key, "", reason, evidence, state, verdict, recourse, clocks, taker, decider, back,
        opened, steps, told);
  }

  /** Where a claim stands. */
  public enum State {
    /** Nobody has taken it up. */
    OPEN,
    /** Somebody has, and asks the provider. */
    WITH_PROVIDER,
    /** It has an answer. */
    ANSWERED,
    /** Whoever made it has turned to the mediator or the central bank. */
    ESCALATED,
    /** Nothing more is expected. */
    CLOSED;

    /** Whether an answer is owed. */
    public boolean owed() {
      return this == OPEN || this == WITH_PROVIDER || this == ESCALATED;
    }
  }

  /** An answer. */
  public enum Verdict {
    /** The money goes back. */
    ACCEPTED,
    REFUSED
  }

  /**
   * One thing that was done.
   *
   * @param by the id of an account, "person" or "jisr"
   * @param did in a word
   * @param note for other operators; never told to people
   */
  public record Step(Instant at, String by, String did, String note) {
    /** Longest note, characters. */
    public static final int MAX_NOTE = 400;
  }

  public Claim {
    steps = List.copyOf(steps);
    told = List.copyOf(told);
  }

  /** Whether money is to go back and nobody knows yet that it does. */
  boolean owesBack() {
    return verdict == Verdict.ACCEPTED && back == null;
  }

  /** When somebody must look at it; null for never. */
  @Nullable Instant due() {
    if (owesBack()) return steps.getLast().at();
    if (state == State.ANSWERED) return steps.getLast().at().plus(ClaimStore.CLOSE);
    if (!state.owed() || state == State.ESCALATED) return null;
    if (!told.contains(ClaimNotices.LATE)) return clocks.target();
    return told.contains(ClaimNotices.OVERDUE) ? null : clocks.most();
  }

  Claim numbered(String one) {
    return new Claim(
        one, key, person, reason, evidence, state, verdict, recourse, clocks, taker, decider, back,
        opened, steps, told);
  }

  Claim taken(String by, Instant at, String note) {
    return with(State.WITH_PROVIDER, verdict, recourse, by, decider, back)
        .step(at, by, "taken", note);
  }

  Claim answered(String by, Instant at, Verdict answer, String note) {
    Recourse next = state == State.ESCALATED ? recourse : Recourse.CMMB;
    return with(State.ANSWERED, answer, next, taker, by, back)
        .step(at, by, answer == Verdict.ACCEPTED ? "accepted" : "refused", note);
  }

  Claim escalated(String by, Instant at, Recourse to, String note) {
    return with(State.ESCALATED, verdict, to.next(), taker, decider, back)
        .step(at, by, "escalated " + to, note);
  }

  Claim closed(String by, Instant at, String note) {
    return with(State.CLOSED, verdict, recourse, taker, decider, back).step(at, by, "closed", note);
  }

  Claim given(Disputes.Back what, Instant at) {
    return with(state, verdict, recourse, taker, decider, what)
        .step(at, "jisr", "back: " + what, "");
  }

  Claim toldOf(String message) {
    List<String> all = new ArrayList<>(told);
    all.add(message);
    return new Claim(
        number, key, person, reason, evidence, state, verdict, recourse, clocks, taker, decider,
        back, opened, steps, all);
  }

  private Claim with(
      State next,
      @Nullable Verdict answer,
      Recourse whither,
      String by,
      String decided,
      Disputes.@Nullable Back given) {
    return new Claim(
        number, key, person, reason, evidence, next, answer, whither, clocks, by, decided, given,
        opened, steps, told);
  }

  private Claim step(Instant at, String by, String did, String note) {
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(at, by, did, note));
    return new Claim(
        number, key, person, reason, evidence, state, verdict, recourse, clocks, taker, decider,
        back, opened, all, told);
  }

  @Override
  public String toString() {
    return "Claim[" + number + ' ' + state + "]";
  }
}
