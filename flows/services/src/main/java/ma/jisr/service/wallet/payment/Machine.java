package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The state machine of a payment: from what it was and a piece of evidence to what it is, with its
 * journal's lines and what people are told. Pure. The same evidence twice changes nothing more.
 */
final class Machine {
  /** Most contents of callbacks that are told apart; what comes behind them is polled for. */
  private static final int HEARD = 16;

  private Machine() {}

  static Payment apply(Payment payment, Evidence evidence, Instant at) {
    Edit edit = new Edit(payment, at.truncatedTo(ChronoUnit.MILLIS));
    switch (evidence) {
      case Evidence.Confirmed yes -> confirmed(edit, yes);
      case Evidence.Cancelled no -> cancelled(edit);
      case Evidence.Expired late -> expired(edit);
      case Evidence.Calling call -> calling(edit, call.act());
      case Evidence.Answered said -> Answers.take(edit, said);
      case Evidence.Lost lost -> lost(edit);
      case Evidence.Postponed put -> Answers.unsent(edit, put.cause(), null);
      case Evidence.Withheld held -> withheld(edit, held.cause());
      case Evidence.Heard heard -> heard(edit, heard.content());
      case Evidence.Settled done -> settled(edit);
      case Evidence.GiveBack back -> giveBack(edit, back);
      case Evidence.Ruled ruled -> Rulings.take(edit, ruled);
      case Evidence.Unreached no -> edit.unreached();
      case Evidence.Copied copied -> edit.copied(copied.upTo());
    }
    return edit.done();
  }

  private static void confirmed(Edit edit, Evidence.Confirmed yes) {
    if (edit.state() != State.CREATED) return;
    Instant now = edit.now();
    if (now.isAfter(edit.before().terms().made().plus(PaymentRules.CONFIRM_WITHIN))) {
      expired(edit);
      return;
    }
    Instant send = now.plus(yes.settle());
    edit.consent(new Consent(yes.key(), yes.shown(), now, send, PaymentRules.day(now)))
        .to(State.CONFIRMED, "payer", "confirmed", yes.shown().hash())
        .to(State.SUBMITTING, "system", "to be sent", edit.exchange().correlation().toString())
        .due(send);
  }

  private static void cancelled(Edit edit) {
    Exchange exchange = edit.exchange();
    boolean unsent = exchange.submits() == 0 && exchange.call() == null;
    boolean early = edit.state() == State.CREATED || edit.state() == State.SUBMITTING;
    if (early && unsent) edit.to(State.CANCELLED, "payer", "withdrawn", "");
  }

  private static void expired(Edit edit) {
    if (edit.state() == State.CREATED) edit.to(State.EXPIRED, "system", "never confirmed", "");
  }

  private static void calling(Edit edit, Exchange.Act act) {
    int number = edit.call();
    Exchange next = edit.exchange().calling(number, act, edit.now());
    edit.exchange(next).due(edit.now().plus(PaymentRules.CALL));
    if (act == Exchange.Act.SUBMIT) edit.note("system", "sending", "request " + next.submits());
  }

  /** Whether it had left is not known: from here on it is looked for. */
  private static void lost(Edit edit) {
    Exchange.Call call = edit.exchange().call();
    if (call == null || call.until().isAfter(edit.now())) return;
    edit.exchange(edit.exchange().answered());
    if (call.act() == Exchange.Act.SUBMIT) Answers.unclear(edit, "system", "no answer kept");
    else Answers.later(edit, null);
    if (edit.open()) edit.due(edit.now());
  }

  private static void withheld(Edit edit, String cause) {
    if (!edit.open() || edit.exchange().call() != null) return;
    if (edit.exchange().submits() == 0) Answers.failed(edit, "system", "not sent", null, cause);
    else if (edit.state() == State.UNKNOWN)
      edit.doubt(Payment.Doubt.UNCLEAR, "system", "not sent again", cause);
  }

  private static void heard(Edit edit, String content) {
    boolean known = edit.heard().contains(content) || edit.heard().size() >= HEARD;
    boolean matters = edit.open() || edit.state() == State.FAILED;
    if (known || !matters || edit.consent() == null) return;
    edit.heard().add(content);
    edit.exchange(edit.exchange().hint()).note("provider", "called back", content);
    if (edit.exchange().call() == null && edit.exchange().submits() > 0) edit.due(edit.now());
  }

  private static void settled(Edit edit) {
    if (!edit.state().over() && edit.state() != State.REVIEW) return;
    boolean ask = edit.exchange().hinted() && edit.state() == State.FAILED;
    edit.settled().due(edit.open() || ask ? edit.now() : null);
  }

  private static void giveBack(Edit edit, Evidence.GiveBack back) {
    State state = edit.state();
    if (state != State.COMPLETED && state != State.REVERSAL_FAILED) return;
    Exchange exchange = Exchange.of(back.correlation());
    edit.reversal(new Reversal(back.key(), back.claim(), back.by(), edit.now(), exchange))
        .fault(null, "")
        .to(State.REVERSAL_PENDING, back.by(), "to be given back", back.claim())
        .due(edit.now());
  }
}
