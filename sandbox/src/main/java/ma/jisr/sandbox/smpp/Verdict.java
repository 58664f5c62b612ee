package ma.jisr.sandbox.smpp;

/**
 * What the centre says to a submit_sm.
 *
 * @param status command_status of the response; 0 takes it
 * @param messageId message_id of the response; empty when refused
 * @param then what happens once the response has been written
 */
public record Verdict(int status, String messageId, Runnable then) {

  /** Takes the message under the given id, and goes on with it afterwards. */
  public static Verdict taken(String messageId, Runnable then) {
    return new Verdict(0, messageId, then);
  }

  /** Refuses with the status, which is not 0. */
  public static Verdict refused(int status) {
    return new Verdict(status, "", () -> {});
  }
}
