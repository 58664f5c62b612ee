package ma.jisr.service.audience;

import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;

/**
 * Somebody whom notices may reach, with all that sending one needs: nobody's own document is read
 * for it. Personal data; {@link #toString()} shows none.
 *
 * @param person the random id of their document
 * @param number E.164 without the plus
 * @param link by which they are written to
 * @param code the short code from which they know us; "" for the link's own
 * @param language in which they read
 * @param scripts that their phone has proved to show
 * @param stopped whether they have said STOP: extreme alerts only
 * @param muted ids of {@link Topic}s that they do not want
 */
public record Subscriber(
    String person,
    String number,
    String link,
    String code,
    Language language,
    Set<Script> scripts,
    boolean stopped,
    Set<String> muted) {
  public Subscriber {
    scripts = Set.copyOf(scripts);
    muted = Set.copyOf(muted);
  }

  /** Whether an ordinary notice of a topic reaches them. */
  public boolean hears(String topic) {
    return !stopped && !muted.contains(topic);
  }

  @Override
  public String toString() {
    return "Subscriber[hidden]";
  }
}
