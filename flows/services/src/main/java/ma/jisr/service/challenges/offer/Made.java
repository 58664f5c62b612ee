package ma.jisr.service.challenges.offer;

/** What became of an offer that somebody makes. */
public sealed interface Made {
  /**
   * It is there.
   *
   * @param heard whether somebody is registered who is told of it now
   */
  record Done(Offer offer, boolean heard) implements Made {}

  /** They have one for this challenge already. */
  record Already(Offer offer) implements Made {}

  /** It was not taken. */
  record Not(Why why) implements Made {}

  /** Why not. */
  enum Why {
    /** The challenge is not open. */
    CLOSED,
    /** A number or a link was in it. */
    WORDS,
    /** So many are open already. */
    ENOUGH
  }
}
