package ma.jisr.nlp.value;

import java.util.Optional;

/**
 * The places that messages may name; who owns them answers. Safe on any thread. Names are a few
 * words of a message as they were written.
 */
public interface Places {
  /**
   * The place that is called exactly so, whatever the script, accents, case, blanks and hyphens; in
   * its usual French spelling without accents.
   */
  Optional<String> called(String name);

  /** The place that beyond doubt sounds so; dearer to ask. */
  Optional<String> sounding(String name);
}
