package ma.jisr.service.notices.notice;

/** Where a notice stands. */
public enum State {
  /** It is being written. */
  DRAFT,
  /** A second person has to approve it. */
  IN_REVIEW,
  /** It goes now. */
  APPROVED,
  /** It goes at its time. */
  SCHEDULED,
  /** It is going out. */
  SENDING,
  /** It is held half-way. */
  PAUSED,
  /** Everybody has been sent it, or is known not to be reachable. */
  DONE,
  /** It was taken back; who has not got it will not. */
  CANCELLED,
  /** Its time was over before all had it, or before it was approved. */
  EXPIRED;

  /** Whether nothing more will become of it. */
  public boolean ended() {
    return this == DONE || this == CANCELLED || this == EXPIRED;
  }

  /** Whether it is under way to its start. */
  public boolean waiting() {
    return this == APPROVED || this == SCHEDULED;
  }
}
