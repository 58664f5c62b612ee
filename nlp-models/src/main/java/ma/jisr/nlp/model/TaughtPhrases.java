package ma.jisr.nlp.model;

import java.util.Map;
import java.util.Optional;
import ma.jisr.nlp.Intent;

/**
 * Whole messages whose meaning was taught while Jisr runs. Replaced as a whole; safe for use by
 * several threads without locks.
 */
public final class TaughtPhrases {
  private volatile Map<String, Intent> meanings = Map.of();

  /** Replaces all by these: a message as commands are folded, and what it means. */
  public void replace(Map<String, Intent> byCommand) {
    meanings = Map.copyOf(byCommand);
  }

  /** What the whole message means, as commands are folded; empty when nobody taught it. */
  public Optional<Intent> find(String command) {
    return Optional.ofNullable(meanings.get(command));
  }
}
