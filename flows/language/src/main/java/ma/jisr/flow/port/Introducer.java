package ma.jisr.flow.port;

import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Notice;

/**
 * The port by which a service tells somebody something who has perhaps never written: whose number
 * somebody else has given, who is written to where they last wrote, and by this way where they
 * never did.
 */
public interface Introducer extends Messenger {
  /**
   * Hands a notice in, as {@link #send}.
   *
   * @param digits E.164 without the plus
   * @param way by which they are written to for the first time
   */
  CompletableFuture<Void> introduce(
      String person, String digits, Reply way, Notice notice, String key);
}
