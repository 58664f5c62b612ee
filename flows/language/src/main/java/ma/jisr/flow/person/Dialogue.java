package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Via;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An open USSD dialogue, SMS thread or chat, and what it shows.
 *
 * @param via how it came and how answers go
 * @param begun when what it shows began to be shown; before that, when it began itself
 * @param dialled what was dialled and is yet to be done, once the language is known or the resume
 *     offer refused; empty when done
 * @param conversation that it is attached to; null on the engine's own screens
 * @param view what is shown
 * @param said the texts that stand before the question, where another page of them follows, or
 *     where a call's answer is still to be shown with them
 * @param page of it, from 0
 * @param keys what the digits on the shown page mean: a digit means what was on the screen,
 *     whatever the list says later
 * @param awaiting whether the person has spoken and nothing has been answered yet: only then may a
 *     screen be sent
 * @param wishes what {@link View#CHOOSE} and {@link View#LEAVE} are about; null on other screens
 * @param stamp of the message that shows it, by which its buttons are known again; null where there
 *     are none
 */
public record Dialogue(
    Via via,
    Instant begun,
    String dialled,
    @Nullable String conversation,
    View view,
    List<Said> said,
    int page,
    List<Rendered.Key> keys,
    boolean awaiting,
    @Nullable Wishes wishes,
    @Nullable String stamp) {
  public Dialogue {
    said = List.copyOf(said);
    keys = List.copyOf(keys);
  }

  /** What a dialogue shows. */
  public enum View {
    /** Nothing yet, or a text that asks for nothing. */
    NOTHING,
    /** The open step of its conversation. */
    STEP,
    /** The main menu. */
    MENU,
    /** "Continue or start over". */
    RESUME,
    /** "In progress": a call has not been answered. */
    PENDING,
    /** "Did you mean": the services that a free text may want. */
    CHOOSE,
    /** "Leave this for that?", over the open step of its conversation. */
    LEAVE
  }

  /**
   * A text of a turn.
   *
   * @param flow whose message it is; empty for the engine's own
   * @param message its name
   * @param values for its placeholders, where the conversation does not hold them
   */
  public record Said(String flow, String message, Map<String, Value> values) {
    public Said {
      values = Map.copyOf(values);
    }
  }

  /** A dialogue that has just begun by the person's speaking. */
  public static Dialogue begun(Via via, Instant now) {
    return new Dialogue(
        via, now, "", null, View.NOTHING, List.of(), 0, List.of(), true, null, null);
  }

  /** Whether a text can go by it now: a screen only answers, a thread takes texts at any time. */
  public boolean listens() {
    return awaiting || via.kind() != ChannelKind.USSD;
  }

  /** The same, waiting for our answer to what came by this way. */
  public Dialogue spoken(Via newest) {
    return new Dialogue(
        newest, begun, dialled, conversation, view, said, page, keys, true, wishes, stamp);
  }

  /** The same, about to ask about these. */
  public Dialogue wishing(Wishes newest) {
    return new Dialogue(
        via, begun, dialled, conversation, view, said, page, keys, awaiting, newest, stamp);
  }

  public Dialogue attached(@Nullable String to) {
    return new Dialogue(via, begun, dialled, to, view, said, page, keys, awaiting, wishes, stamp);
  }

  public Dialogue dialling(String rest) {
    return new Dialogue(
        via, begun, rest, conversation, view, said, page, keys, awaiting, wishes, stamp);
  }

  /** The same, with texts that wait for a call's answer to be shown with it. */
  public Dialogue keeping(List<Said> texts) {
    return new Dialogue(
        via, begun, dialled, conversation, view, texts, page, keys, awaiting, wishes, stamp);
  }

  /** The same, showing this. */
  public Dialogue showing(View newest, List<Said> texts, Rendered rendered, Instant now) {
    boolean about = newest == View.CHOOSE || newest == View.LEAVE;
    return new Dialogue(
        via,
        now,
        dialled,
        conversation,
        newest,
        texts,
        rendered.page(),
        rendered.keys(),
        false,
        about ? wishes : null,
        null);
  }

  /** The same without what it shows: an open question is asked anew before it is answered. */
  public Dialogue blank() {
    View left = conversation == null ? View.NOTHING : View.PENDING;
    return new Dialogue(
        via, begun, dialled, conversation, left, List.of(), 0, List.of(), awaiting, null, null);
  }

  /** The same, shown by a message whose buttons bear this stamp. */
  public Dialogue stamped(String newest) {
    return new Dialogue(
        via, begun, dialled, conversation, view, said, page, keys, awaiting, wishes, newest);
  }
}
