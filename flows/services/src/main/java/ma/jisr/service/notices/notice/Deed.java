package ma.jisr.service.notices.notice;

/** What can be done with a notice. Who may: {@link NoticeRights}; when: {@link Course}. */
public enum Deed {
  /** Reading it as those see it who write them. */
  READ,
  /** Reading who did what. */
  HISTORY,
  /** Reading whom it has reached, in counts. */
  REPORT,
  /** Beginning a new one. */
  WRITE,
  /** Writing on it; what was approved is not any more. */
  CHANGE,
  /** Handing it in: from now on its words are fixed. */
  SUBMIT,
  /** Agreeing with somebody else's. */
  APPROVE,
  /** Giving it back to who wrote it. */
  SEND_BACK,
  /** Beginning to send it. */
  START,
  PAUSE,
  RESUME,
  /** Taking it back: who has not got it will not. */
  CANCEL,
  /** Its time is over. */
  EXPIRE,
  /** Nobody is left to be sent it. */
  FINISH,
  /** Looking afterwards at an emergency that went at once. */
  REVIEW
}
