package ma.jisr.service.notices.mailing;

import ma.jisr.flow.Urgency;

/** How far a mailing goes. */
public enum Grade {
  /** Respects STOP, muted topics, quiet hours and ceilings; what is in doubt is not repeated. */
  ORDINARY(Urgency.BULK),
  /** Warns of danger: respects none of them; who may not have got it gets it again. */
  EXTREME(Urgency.EMERGENCY);

  private final Urgency urgency;

  Grade(Urgency urgency) {
    this.urgency = urgency;
  }

  /** Its class on the links. */
  public Urgency urgency() {
    return urgency;
  }
}
