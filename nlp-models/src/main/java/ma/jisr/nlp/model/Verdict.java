package ma.jisr.nlp.model;

import java.util.List;
import ma.jisr.nlp.Intent;

/** What Jisr does with a message: it goes ahead, or it asks. */
public sealed interface Verdict {
  /** One intent, {@link Intent#NONE} included: said with enough probability. */
  record Sure(Intent intent) implements Verdict {}

  /**
   * Too unsure: the person chooses from a menu.
   *
   * @param menu the likeliest intents, likeliest first, without {@link Intent#NONE}, which every
   *     menu has as 0
   */
  record Ask(List<Intent> menu) implements Verdict {
    public Ask {
      menu = List.copyOf(menu);
    }
  }
}
