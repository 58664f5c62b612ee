package ma.jisr.gateway.delivery;

/** What is known of an outbox that has just been read, by who wrote it. */
public enum Origin {
  /**
   * This process, which has let nobody out of memory before every message had gone: all of it is
   * history.
   */
  SETTLED,
  /**
   * This process, which never learnt whether it was stored: what has no mark is sent at once, and
   * what it would have shown nobody has seen.
   */
  DOUBTED,
  /** A process that is gone: what has no mark is sent at once. */
  OVER,
  /** One that may be sending it just now: what has no mark when its lease ends is taken over. */
  ELSEWHERE
}
