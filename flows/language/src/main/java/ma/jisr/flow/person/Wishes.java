package ma.jisr.flow.person;

import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a dialogue has understood and asks about before it does anything: which of these, or whether
 * to leave what is open for it.
 *
 * @param offered best first
 * @param masked the message without what tells of anybody, for the list of what was not understood;
 *     null where it is on no list
 * @param written the language of the message; null with {@code masked}
 * @param guess the label of its likeliest intent; empty for none
 */
public record Wishes(
    List<Wish> offered, @Nullable String masked, @Nullable Language written, String guess) {
  public Wishes {
    offered = List.copyOf(offered);
  }

  /** One wish alone, of which nothing is to be learnt. */
  public static Wishes of(Wish only) {
    return new Wishes(List.of(only), null, null, "");
  }

  /**
   * A flow that may be meant.
   *
   * @param flow its id
   * @param ahead what the message has answered already, by step
   */
  public record Wish(String flow, Map<String, String> ahead) {
    public Wish {
      ahead = Map.copyOf(ahead);
    }
  }
}
