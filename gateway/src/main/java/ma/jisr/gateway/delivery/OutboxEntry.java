package ma.jisr.gateway.delivery;

import java.time.Instant;
import java.util.List;
import ma.jisr.flow.Button;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * One text that a turn has said and that is kept until it has gone. There are two kinds. A
 * <em>return-path</em> entry (a screen) goes on its dialogue's own path, at once, or is never seen;
 * it is not replayed. A <em>store-and-forward</em> entry (a message) is tried until it is taken,
 * refused or expired, over restarts too.
 *
 * @param id unique for ever: the mark of the input that caused it, the version of the document that
 *     it came into, and a number
 * @param kind how it goes; tells the two kinds apart
 * @param link by which
 * @param code from which it comes
 * @param scheme of the person's address to use
 * @param dialogue of a return-path entry; null otherwise
 * @param text rendered
 * @param cause the mark of the input that it answers
 * @param made when
 * @param until when it is dropped if it has not gone
 * @param next when to try; for one in flight, when to look again
 * @param tries so far
 * @param doubted whether a try ended without an answer, so that it may have gone already
 * @param urgency which of those that wait for a link goes first
 * @param taken segments that an SMSC has taken, bit 0 for the first, when not all are
 * @param buttons what can be pressed below it, on chat
 */
public record OutboxEntry(
    String id,
    Outbound.Kind kind,
    String link,
    String code,
    String scheme,
    @Nullable String dialogue,
    String text,
    String cause,
    Instant made,
    Instant until,
    Instant next,
    int tries,
    boolean doubted,
    Urgency urgency,
    int taken,
    List<Button> buttons) {
  public OutboxEntry {
    // Written by a release that knew replies only.
    urgency = urgency == null ? Urgency.REPLY : urgency;
    buttons = buttons == null ? List.of() : List.copyOf(buttons);
  }

  /** Whether it goes on the dialogue's own path or not at all. */
  public boolean returnPath() {
    return kind != Outbound.Kind.MESSAGE;
  }

  /** The cause that an entry's id begins with. */
  public static String cause(String id) {
    int end = id.indexOf('.');
    return end < 0 ? id : id.substring(0, end);
  }

  OutboxEntry again(Instant at, boolean doubt) {
    return with(link, at, tries + 1, doubt, taken);
  }

  OutboxEntry at(Instant at) {
    return with(link, at, tries, doubted, taken);
  }

  OutboxEntry by(String other) {
    return with(other, next, tries, doubted, taken);
  }

  OutboxEntry having(int segments) {
    return with(link, next, tries, doubted, segments);
  }

  private OutboxEntry with(String by, Instant at, int times, boolean doubt, int segments) {
    return new OutboxEntry(
        id, kind, by, code, scheme, dialogue, text, cause, made, until, at, times, doubt, urgency,
        segments, buttons);
  }

  @Override
  public String toString() {
    return "OutboxEntry[" + id + " " + kind + " by " + link + "]";
  }
}
