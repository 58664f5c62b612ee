package ma.jisr.flow.input;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.base.text.TextFold;

/**
 * Names of what can be chosen as they are compared ({@link TextFold#command(String)}), each folded
 * once as long as it is remembered: the same few labels are compared at every answer. Callable from
 * any thread.
 */
public final class Names {
  /** Names remembered, about 1 MB: every commune of the country in three languages and more. */
  static final int MOST = 8_192;

  /** Longer ones are not remembered, characters: no label of a screen is longer. */
  static final int LONGEST = 100;

  private final Map<String, String> folded = new ConcurrentHashMap<>();

  /** The name as it is compared. */
  String of(String name) {
    String known = folded.get(name);
    return known == null ? learnt(name) : known;
  }

  private String learnt(String name) {
    String made = TextFold.command(name);
    if (folded.size() >= MOST) folded.clear();
    if (name.length() <= LONGEST) folded.put(name, made);
    return made;
  }
}
