package ma.jisr.flow.signal;

import java.util.Map;
import ma.jisr.base.LocalText;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one person's conversation has to tell somebody else: a command like any other, so that it is
 * pending in the teller's document before it is done, repeated under its key until it is, and done
 * by the gateway itself.
 *
 * @param to the number ({@link Value.Phone}) or the person's id ({@link Value.Text})
 * @param notice to be told
 * @param way where it goes when nothing is known of them: the teller's own
 */
public record Tell(Value to, Notice notice, Reply way) {
  /** The operation's name; services may not take it. */
  public static final String OPERATION = "person.tell";

  /** As the arguments of a call. */
  public Map<String, Value> arguments() {
    return Map.of(
        "to", to,
        "flow", new Value.Text(notice.flow()),
        "message", new Value.Text(notice.message()),
        "values", new Value.Item("", LocalText.same(notice.message()), notice.values()),
        "urgency", new Value.Text(notice.urgency().name()),
        "expires", new Value.Moment(notice.expires(), "UTC"),
        "kind", new Value.Text(way.kind().name()),
        "link", new Value.Text(way.link()),
        "code", new Value.Text(way.code()));
  }

  /**
   * Out of the arguments of a call.
   *
   * @throws IllegalArgumentException when they are none of {@link #arguments}
   */
  public static Tell of(Map<String, Value> arguments) {
    Value to = arguments.get("to");
    if (to == null
        || !(arguments.get("values") instanceof Value.Item values)
        || !(arguments.get("expires") instanceof Value.Moment expires))
      throw new IllegalArgumentException("no message for anybody");
    return new Tell(
        to,
        new Notice(
            text(arguments.get("flow")),
            text(arguments.get("message")),
            values.fields(),
            Urgency.valueOf(text(arguments.get("urgency"))),
            expires.instant()),
        new Reply(
            ChannelKind.valueOf(text(arguments.get("kind"))),
            text(arguments.get("link")),
            text(arguments.get("code"))));
  }

  private static String text(@Nullable Value value) {
    if (value instanceof Value.Text(String text)) return text;
    throw new IllegalArgumentException("no message for anybody");
  }
}
