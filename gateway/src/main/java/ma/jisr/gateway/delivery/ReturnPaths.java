package ma.jisr.gateway.delivery;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Which of one person's USSD dialogues can still be answered, as the inputs tell it on arrival,
 * before their turn has come: a handset holds one dialogue, a new one supersedes the old, and a
 * released one is never written to again.
 */
public final class ReturnPaths {
  /** Released dialogues remembered: more cannot have answers still under way. */
  private static final int REMEMBERED = 8;

  private final ArrayDeque<String> closed = new ArrayDeque<>(1);
  private @Nullable String newest;

  /** The person dialled or answered in this dialogue. */
  public void heard(String dialogue) {
    if (closed.contains(dialogue)) return;
    if (newest != null && !newest.equals(dialogue)) close(newest);
    newest = dialogue;
  }

  /** The dialogue is gone. */
  public void released(String dialogue) {
    close(dialogue);
    if (dialogue.equals(newest)) newest = null;
  }

  /** Whether a screen may still go to this dialogue. */
  public boolean open(@Nullable String dialogue) {
    return dialogue != null && dialogue.equals(newest);
  }

  private void close(String dialogue) {
    if (closed.contains(dialogue)) return;
    closed.addLast(dialogue);
    if (closed.size() > REMEMBERED) closed.removeFirst();
  }
}
