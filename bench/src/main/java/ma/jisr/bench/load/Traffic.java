package ma.jisr.bench.load;

/** What is sent over a bind and what is expected back; called by the {@link Smsc}'s one thread. */
interface Traffic {
  /**
   * Writes the messages that are due and allowed.
   *
   * @return nanoseconds until something is due again, as far as is known
   */
  long send(Link link, long now);

  /** A deliver_sm was answered. */
  void answered(int sequence, int status, long now);

  /** A submit_sm came. */
  void said(Submit submit, long now);

  /** Whether everything has been sent and whatever was worth waiting for has come. */
  boolean over(long now);
}
