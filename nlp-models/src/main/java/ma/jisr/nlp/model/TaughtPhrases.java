package ma.jisr.nlp.model;

import java.util.Map;
import java.util.Optional;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;

/**
 * Whole messages whose meaning was taught while Jisr runs. Replaced as a whole; safe for use by
 * several threads without locks.
 */
public final class TaughtPhrases {
  /** Between an intent and the language of its phrase: {@code hotspot.find@ary-Latn}. */
  private static final char IN = '@';

  private volatile Map<String, Meaning> meanings = Map.of();

  /**
   * What a phrase means.
   *
   * @param tongue the language it is said to be of; empty where the models say
   */
  public record Meaning(Intent intent, Optional<Tongue> tongue) {
    /** Of a label, with the language behind an @ or without; empty for an unknown one. */
    public static Optional<Meaning> of(String label) {
      int at = label.indexOf(IN);
      Optional<Intent> intent = Intent.of(at < 0 ? label : label.substring(0, at));
      if (at < 0) return intent.map(known -> new Meaning(known, Optional.empty()));
      Optional<Tongue> tongue = Tongue.of(label.substring(at + 1));
      return tongue.isEmpty() ? Optional.empty() : intent.map(i -> new Meaning(i, tongue));
    }

    /** As {@link #of} reads it. */
    public String label() {
      return intent.label() + tongue.map(known -> IN + known.tag()).orElse("");
    }
  }

  /** Replaces all by these: a message as commands are folded, and what it means. */
  public void replace(Map<String, Meaning> byCommand) {
    meanings = Map.copyOf(byCommand);
  }

  /** What the whole message means, as commands are folded; empty when nobody taught it. */
  public Optional<Meaning> find(String command) {
    return Optional.ofNullable(meanings.get(command));
  }
}
