package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.service.wallet.payment.Exchange.Act;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answer makes of a payment, or of its reversal. FAILED needs positive evidence:
 * a refusal of the only request that can have left, a refusal found when asking, or that none has
 * left. All else is looked for again.
 */
final class Answers {
  /** How long a reversal that has not left is tried. */
  private static final Duration REVERSE_WITHIN = Duration.ofHours(24);

  private Answers() {}

  static void take(Edit edit, Evidence.Answered said) {
    if (!edit.exchange().correlation().equals(said.correlation())) return;
    Exchange.Call call = edit.exchange().call();
    boolean current = call != null && call.number() == said.number();
    if (current) edit.exchange(edit.exchange().answered());
    Act act = call != null && current ? call.act() : said.act();
    switch (said.answer()) {
      case Answer.Completed done -> completed(edit, done.facts(), said.agrees());
      case Answer.Refused no -> refused(edit, act, no, current);
      case Answer.Accepted taken -> accepted(edit, taken, current);
      default -> {
        // Of a call that was given up the rest says nothing new.
        if (current) undecided(edit, act, said.answer());
      }
    }
    // A callback that came while it was asked may know more than the answer.
    if (current && edit.exchange().hinted() && edit.open()) edit.due(edit.now());
  }

  private static void undecided(Edit edit, Act act, Answer answer) {
    switch (answer) {
      case Answer.Duplicate twice -> {
        edit.exchange(edit.exchange().there());
        if (act == Act.SUBMIT) unclear(edit, "provider", "there already");
        else later(edit, null);
      }
      case Answer.Absent none -> {
        if (act == Act.RECOVER) edit.exchange(edit.exchange().missed());
        if (act == Act.SUBMIT) unclear(edit, "provider", "no clear answer");
        else later(edit, null);
      }
      case Answer.NotSent no -> notSent(edit, act, no.cause(), null);
      case Answer.NotProcessed no -> notSent(edit, act, no.cause(), no.after());
      default -> {
        if (act == Act.SUBMIT) unclear(edit, "provider", "no clear answer");
        else later(edit, null);
      }
    }
  }

  private static void completed(Edit edit, Facts facts, boolean agrees) {
    State state = edit.state();
    if (edit.open() && agrees) {
      edit.exchange(edit.exchange().settled(facts));
      if (edit.reversing())
        edit.to(State.REVERSED, "provider", "given back", facts.transaction())
            .tell(Notices.REVERSED);
      else paid(edit, facts);
    } else if (edit.open()) {
      edit.doubt(Payment.Doubt.CONTRADICTION, "provider", "not as ordered", facts.transaction());
    } else if (state.unpaid() || state == State.REVERSAL_FAILED) {
      edit.exchange(edit.exchange().settled(facts))
          .doubt(Payment.Doubt.CONTRADICTION, "provider", "done after all", facts.transaction());
    }
  }

  private static void paid(Edit edit, Facts facts) {
    boolean late = edit.told(Notices.UNKNOWN) || edit.told(Notices.REVIEW);
    edit.to(State.COMPLETED, "provider", "paid", facts.transaction())
        .tell(late ? Notices.LATE_DONE : Notices.DONE);
    String payee = Notices.paid(edit.before().terms().kind());
    if (payee != null) edit.tellPayee(payee);
  }

  private static void refused(Edit edit, Act act, Answer.Refused no, boolean current) {
    boolean positive = act != Act.SUBMIT || edit.exchange().submits() <= 1;
    if (edit.open() && positive) failed(edit, "provider", "refused", no.fault(), no.code());
    else if (edit.open() && current) unclear(edit, "provider", "refused, sent before");
    else if (edit.state() == State.FAILED && current) edit.due(null);
  }

  /** Over, and nothing paid; of a reversal: over, and nothing given back. */
  static void failed(Edit edit, String by, String what, @Nullable Fault fault, String code) {
    edit.fault(fault, code);
    if (edit.reversing()) edit.to(State.REVERSAL_FAILED, by, what, code);
    else edit.to(State.FAILED, by, what, code).tell(Notices.failed(fault));
  }

  private static void accepted(Edit edit, Answer.Accepted taken, boolean current) {
    if (!edit.open()) {
      if (current) later(edit, null);
      return;
    }
    edit.exchange(edit.exchange().taken(taken));
    if (edit.state() == State.SUBMITTING) edit.exchange(edit.exchange().begun());
    boolean timely = edit.now().isBefore(edit.exchange().end(edit.now()));
    State state = edit.state();
    if (state == State.SUBMITTING || (state == State.UNKNOWN && timely))
      edit.to(State.PENDING, "provider", "taken", taken.server() == null ? "" : taken.server());
    later(edit, null);
  }

  /** It may have left: what became of it is looked for. */
  static void unclear(Edit edit, String by, String what) {
    edit.exchange(edit.exchange().begun());
    if (edit.state() == State.SUBMITTING) edit.to(State.UNKNOWN, by, what, "");
    else edit.note(by, what, "");
    later(edit, null);
  }

  private static void notSent(Edit edit, Act act, String cause, @Nullable Instant after) {
    if (act != Act.SUBMIT) {
      later(edit, after);
      return;
    }
    edit.exchange(edit.exchange().unsent());
    unsent(edit, cause, after);
  }

  /** It has not left, or not this time. */
  static void unsent(Edit edit, String cause, @Nullable Instant after) {
    if (edit.exchange().call() != null) return;
    if (!edit.open()) {
      later(edit, after);
      return;
    }
    boolean never = edit.exchange().submits() == 0;
    if (never && !edit.now().isBefore(sendBefore(edit.done())))
      failed(edit, "system", "never sent", null, cause);
    else later(edit, after);
  }

  /** Until when a request that has not left is tried. */
  static Instant sendBefore(Payment payment) {
    Reversal reversal = payment.reversal();
    if (reversal != null) return reversal.at().plus(REVERSE_WITHIN);
    Consent consent = payment.consent();
    return consent == null ? payment.since() : consent.send().plus(PaymentRules.SEND_WITHIN);
  }

  /** Nothing new: when it is looked at next, and whether people must. */
  static void later(Edit edit, @Nullable Instant after) {
    Instant now = edit.now();
    Exchange exchange = edit.exchange();
    Duration delay = Schedule.delay(exchange.tries());
    edit.exchange(exchange.tried());
    if (edit.open()) silent(edit, exchange);
    if (edit.doubt() == Payment.Doubt.UNCLEAR) {
      boolean asked = now.isBefore(exchange.end(now).plus(PaymentRules.ASKED_FOR));
      edit.due(settledFirst(edit, asked ? now.plus(Schedule.SELDOM) : null));
    } else if (edit.state() == State.FAILED) {
      edit.due(exchange.tries() < Schedule.RECHECKS ? now.plus(delay) : null);
    } else if (edit.open()) {
      Instant next = now.plus(delay);
      edit.due(after != null && after.isAfter(next) ? after : next);
    }
  }

  private static void silent(Edit edit, Exchange exchange) {
    Instant now = edit.now();
    if (exchange.submits() == 0) return;
    if (edit.state() == State.PENDING && now.isAfter(exchange.end(now)))
      edit.to(State.UNKNOWN, "system", "not heard of in time", "");
    Consent consent = edit.consent();
    boolean waited =
        consent != null && !now.isBefore(consent.send().plus(PaymentRules.TELL_UNKNOWN));
    if (edit.state() == State.UNKNOWN && waited) edit.tell(Notices.UNKNOWN);
    boolean deadline = now.isAfter(exchange.end(now).plus(PaymentRules.GRACE));
    boolean absent = exchange.absent() >= Schedule.ABSENT && now.isAfter(exchange.end(now));
    if (edit.state() != State.REVIEW && (deadline || absent))
      edit.doubt(Payment.Doubt.UNCLEAR, "system", "not to be found out", "");
  }

  /** Caps hear of it before the provider is asked again. */
  private static @Nullable Instant settledFirst(Edit edit, @Nullable Instant when) {
    return edit.done().settled() ? when : edit.now();
  }
}
