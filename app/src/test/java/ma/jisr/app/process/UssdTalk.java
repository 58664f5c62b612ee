package ma.jisr.app.process;

import io.vertx.core.buffer.Buffer;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.smpp.Deliveries;
import ma.jisr.sandbox.smpp.Delivery;
import ma.jisr.sandbox.smpp.Submit;

/**
 * One USSD dialogue: a hotspot's code is dialled, the first line of each screen is chosen until it
 * ends; on the hotspot's screen that asks for it as an SMS. It does not outlive the link.
 */
final class UssdTalk {
  private static final int DIALLED = 1;
  private static final int ANSWERED = 18;
  private static final int ASKS = 2;
  private final Deliveries deliveries;
  private final String person;
  private final String code;
  private final int session;
  private final Replies replies;
  private int sequence;
  private boolean waits;
  private boolean over;

  UssdTalk(Deliveries deliveries, String person, String code, int session, Replies replies) {
    this.deliveries = deliveries;
    this.person = person;
    this.code = code;
    this.session = session & 0xFF;
    this.replies = replies;
  }

  void dial() {
    send(DIALLED, "*585*1*" + code + "#", () -> {});
  }

  /** The link is gone, and the dialogue with it. */
  void cut() {
    over = true;
  }

  /** Whether a screen is the answer to the last input. */
  boolean takes(Submit submit) {
    return !over && waits && submit.session().orElse(-1) == info();
  }

  /** A screen has come; true when it was the last. */
  boolean shown(Submit submit, String screen) {
    if (!takes(submit)) return over;
    waits = false;
    over = submit.ussdOp().orElse(0) != ASKS;
    if (over) return true;
    boolean asksForSms = screen.contains("SMS");
    if (asksForSms) replies.possible(person, code);
    send(ANSWERED, "1", asksForSms ? () -> replies.sure(person, code) : () -> {});
    return false;
  }

  private void send(int op, String text, Runnable acknowledged) {
    sequence++;
    waits = true;
    var delivery =
        Delivery.ussd(person, "585", 0, Buffer.buffer(Alphabet.GSM7.encode(text)), op, info());
    deliveries
        .send(delivery, () -> !over)
        .onSuccess(
            status -> {
              if (status == 0) acknowledged.run();
              else over = true;
            });
  }

  @Override
  public String toString() {
    return "UssdTalk[input " + sequence + ", waits " + waits + ", over " + over + "]";
  }

  private int info() {
    return session << 8 | sequence << 1;
  }
}
