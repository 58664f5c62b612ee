package ma.jisr.flow;

import java.time.Duration;
import java.util.List;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;

/**
 * What private flows leave in a person's document: forgotten once nothing leads back to it, because
 * phones are shared. What is owed stays.
 */
final class PrivateTraces {
  /**
   * How long a question or a further page waits in a thread, which nobody closes: whoever has the
   * phone later must not come upon it.
   */
  private static final Duration LIFE = Duration.ofHours(1);

  private final Draft draft;
  private final List<Dialogue> dialogues;
  private final List<Conversation> conversations;

  /**
   * @param dialogues the draft's own, changed by this
   * @param conversations the draft's own
   */
  PrivateTraces(Draft draft, List<Dialogue> dialogues, List<Conversation> conversations) {
    this.draft = draft;
    this.dialogues = dialogues;
    this.conversations = conversations;
  }

  /** Forgets what no dialogue is about any more. */
  void forgetLeft() {
    for (int i = conversations.size() - 1; i >= 0; i--) {
      Conversation c = conversations.get(i);
      if (isIdle(c) && !isOpen(c)) draft.drop(c);
    }
  }

  /** Forgets what has stood in a thread too long to be answered by who asked for it. */
  void forgetOld() {
    for (int i = conversations.size() - 1; i >= 0; i--) {
      Conversation c = conversations.get(i);
      if (isIdle(c) && c.touched().plus(LIFE).isBefore(draft.now())) draft.drop(c);
    }
    for (int i = dialogues.size() - 1; i >= 0; i--) {
      Dialogue d = dialogues.get(i);
      if (d.begun().plus(LIFE).isBefore(draft.now()) && draft.world().flows().personal(d.said()))
        dialogues.set(i, d.blank());
    }
  }

  private boolean isOpen(Conversation c) {
    for (Dialogue d : dialogues) if (c.id().equals(d.conversation())) return true;
    return false;
  }

  private boolean isIdle(Conversation c) {
    boolean idle =
        c.state() == Conversation.State.ASKING || c.state() == Conversation.State.CALLING;
    return idle && draft.world().flows().personal(c) && !draft.pending(c);
  }
}
