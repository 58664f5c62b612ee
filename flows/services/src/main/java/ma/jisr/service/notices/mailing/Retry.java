package ma.jisr.service.notices.mailing;

/**
 * What is kept of a recipient whose text did not go at once.
 *
 * @param tries that ended in a temporary refusal
 * @param next when to try again, or until when receipts are waited for; epoch milliseconds
 * @param doubts how often it was in doubt
 * @param sent when it may have gone first, epoch milliseconds; 0 when it cannot have
 * @param taken segments that an SMSC has for certain, bit 0 for the first
 */
record Retry(int tries, long next, int doubts, long sent, int taken) {
  static final Retry NONE = new Retry(0, 0, 0, 0, 0);

  Retry held(long at, int has) {
    return new Retry(tries, at, doubts, sent, taken | has);
  }

  Retry refused(long at, int has) {
    return new Retry(tries + 1, at, doubts, sent, taken | has);
  }

  Retry doubted(long at, int has) {
    return new Retry(tries, at, doubts + 1, sent, taken | has);
  }

  Retry going(long at) {
    return new Retry(tries, next, doubts, sent == 0 ? at : sent, taken);
  }

  /** It has come back: it went no other time than when it was in doubt. */
  Retry notGone() {
    return doubts > 0 ? this : new Retry(tries, next, doubts, 0, taken);
  }
}
