package ma.jisr.sandbox.phone;

import io.vertx.core.Future;

/** What a phone asks of its network. Everything is called on the loop. */
public interface Network {

  /** Dials a USSD code; screens and failures come to the phone by themselves. */
  void dial(Phone phone, String code);

  /** Answers the screen that is open. */
  void answer(Phone phone, String text);

  /** Ends the open session, if there is one, for the reason, and tells the program. */
  void release(Phone phone, Failure why);

  /** Sends an SMS; the future has its segments once the program has taken all of them. */
  Future<Integer> sms(Phone phone, String to, String text);

  /** The phone can be reached again: what was held for it may come. */
  void back(Phone phone);
}
