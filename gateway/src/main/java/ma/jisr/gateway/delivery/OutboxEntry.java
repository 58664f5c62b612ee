package ma.jisr.gateway.delivery;

import java.time.Instant;
import ma.jisr.gateway.channel.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * One text that a turn has said and that is kept until it has gone. There are two kinds. A
 * <em>return-path</em> entry (a screen) goes on its dialogue's own path, at once, or is never seen;
 * it is not replayed. A <em>store-and-forward</em> entry (a message) is tried until it is taken,
 * refused or expired, over restarts too.
 *
 * @param id unique for ever: the mark of the input that caused it and a number
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
    boolean doubted) {
  /** Whether it goes on the dialogue's own path or not at all. */
  public boolean returnPath() {
    return kind != Outbound.Kind.MESSAGE;
  }

  OutboxEntry again(Instant at, boolean doubt) {
    return new OutboxEntry(
        id, kind, link, code, scheme, dialogue, text, cause, made, until, at, tries + 1, doubt);
  }

  @Override
  public String toString() {
    return "OutboxEntry[" + id + " " + kind + " by " + link + "]";
  }
}
