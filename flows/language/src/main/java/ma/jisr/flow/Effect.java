package ma.jisr.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.OperationRequest;
import org.jspecify.annotations.Nullable;

/** What a turn wants done, after its one durable write. Data only: the gateway does it. */
public sealed interface Effect {
  /**
   * A screen on the return path: it goes to that dialogue, at once, or is never seen.
   *
   * @param end whether the dialogue ends with it
   */
  record Screen(String dialogue, String text, Language language, boolean end) implements Effect {}

  /**
   * A text that is stored and forwarded to the person by SMS or chat, from this code of this link.
   *
   * @param feature the flow that says it, by which its cost is counted; {@link #MENU} for none
   * @param urgency which of those that wait goes first
   * @param until when it is of no use any more; null for as long as messages are kept
   * @param buttons what can be pressed, on chat; empty where nothing is asked, and by SMS
   */
  record Message(
      ChannelKind kind,
      String link,
      String code,
      String text,
      Language language,
      String feature,
      Urgency urgency,
      @Nullable Instant until,
      List<Button> buttons)
      implements Effect {
    public Message {
      buttons = List.copyOf(buttons);
    }

    /** One that stays of use, and asks for nothing that could be pressed. */
    public Message(
        ChannelKind kind,
        String link,
        String code,
        String text,
        Language language,
        String feature,
        Urgency urgency) {
      this(kind, link, code, text, language, feature, urgency, null, List.of());
    }

    /** The feature of texts that belong to no flow: the menu, help, "not understood". */
    public static final String MENU = "menu";
  }

  /**
   * A call to start. A query that answers at once is stepped again within the same turn; a command
   * is in the person's pending calls before it starts.
   *
   * @param call the id by which it is answered
   * @param query whether it may be asked before anything is written
   */
  record Call(String call, OperationRequest request, boolean query) implements Effect {}

  /**
   * Something to count (an unmet question, a third wrong answer), never with a number or a text.
   */
  record Count(String what, Map<String, String> tags) implements Effect {
    public Count {
      tags = Map.copyOf(tags);
    }
  }

  /**
   * A message that nobody understood, or whose menu the person answered by "none of these": what
   * there is to learn. The words of the message itself are in no effect.
   *
   * @param masked the message without numbers, names, codes and links, as {@link FreeText} gives
   *     it; never empty
   * @param language that it is written in
   * @param guess the label of what it was most likely about; empty when nothing was likely
   */
  record Unresolved(String masked, Language language, String guess) implements Effect {}
}
