package ma.jisr.service.wallet.claim;

/** To whom somebody may turn next who is not content with an answer, or has had none. */
public enum Recourse {
  /** The bank mediation centre: free of charge. */
  CMMB,
  /** The central bank. */
  BAM,
  /** Nobody but a court. */
  NONE;

  /** Whom to turn to after this one. */
  public Recourse next() {
    return this == CMMB ? BAM : NONE;
  }
}
