package ma.jisr.gateway.channel.http;

/**
 * What a request at the door is answered.
 *
 * @param status of HTTP
 * @param type the body's media type
 * @param body "" for none
 */
public record Reply(int status, String type, String body) {
  /** Taken; nothing is said. */
  public static final Reply TAKEN = empty(200);

  /** Not kept: to be sent again later. */
  public static final Reply BUSY = empty(429);

  /** It has not the form that its link's provider gives it. */
  public static final Reply MALFORMED = empty(400);

  /** Whoever asks has not shown that they may. */
  public static final Reply UNPROVEN = empty(401);

  /** Who asks may not say this. */
  public static final Reply FORBIDDEN = empty(403);

  /** Nothing came to be said in time. */
  public static final Reply LATE = empty(504);

  public static Reply empty(int status) {
    return new Reply(status, "text/plain; charset=utf-8", "");
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
