package ma.jisr.flow.lint;

import java.util.Set;

/**
 * What free text is understood as: the labels that flows may name.
 *
 * @param known the labels of all intents
 * @param readBack of those, the intents that move money or give something up
 * @param types the types of values
 */
public record IntentNames(Set<String> known, Set<String> readBack, Set<String> types) {
  public IntentNames {
    known = Set.copyOf(known);
    readBack = Set.copyOf(readBack);
    types = Set.copyOf(types);
  }
}
