package ma.jisr.flow.input;

import ma.jisr.base.text.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * Names of what can be chosen as they are compared ({@link TextFold#command(String)}), each folded
 * once as long as it is remembered: the same few labels are compared at every answer. Callable from
 * any thread: a slot is one immutable pair, and who finds another's folds again.
 */
public final class Names {
  /** Names remembered, about 1 MB: every commune of the country in three languages and more. */
  static final int SLOTS = 8_192;

  /** Longer ones are not remembered, characters: no label of a screen is longer. */
  static final int LONGEST = 100;

  private record Folded(String name, String command) {}

  private final @Nullable Folded[] slots = new Folded[SLOTS];

  /** The name as it is compared. */
  String of(String name) {
    int slot = name.hashCode() & (SLOTS - 1);
    Folded known = slots[slot];
    if (known != null && known.name.equals(name)) return known.command;
    String made = TextFold.command(name);
    if (name.length() <= LONGEST) slots[slot] = new Folded(name, made);
    return made;
  }
}
