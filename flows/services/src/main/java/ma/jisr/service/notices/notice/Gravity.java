package ma.jisr.service.notices.notice;

/**
 * How bad, how soon, how sure: what CAP 1.2 asks of every alert.
 *
 * @param severity how bad it is
 * @param urgency how soon one must act
 * @param certainty how sure it is
 */
public record Gravity(Severity severity, Urgency urgency, Certainty certainty) {
  /** Of what is worth saying and no danger. */
  public static final Gravity ORDINARY =
      new Gravity(Severity.MINOR, Urgency.EXPECTED, Certainty.LIKELY);

  /**
   * Whether it passes quiet hours, mutes and STOP: immediate, extreme or severe, observed or
   * likely.
   */
  public boolean extreme() {
    return urgency == Urgency.IMMEDIATE
        && (severity == Severity.EXTREME || severity == Severity.SEVERE)
        && (certainty == Certainty.OBSERVED || certainty == Certainty.LIKELY);
  }
}
