package ma.jisr.service.notices.notice;

/** Whether a notice is meant, as CAP 1.2's {@code status} has it. */
public enum Status {
  /** It is. */
  ACTUAL,
  /** It is practised: goes the whole way, and every text says so. */
  EXERCISE,
  /** It tries the machinery: never an extreme alert, and every text says so. */
  TEST
}
