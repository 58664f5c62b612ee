package ma.jisr.gateway.web;

/**
 * How long a listener waits for what. Milliseconds.
 *
 * @param head of a request, or the pause before it
 * @param request from its head to the end of its answer, with an empty body
 * @param beat between two signs of life on a stream: less than proxies wait (60 s)
 */
public record Patience(long head, long request, long beat) {
  public static final Patience USUAL = new Patience(20_000, 45_000, 15_000);
}
