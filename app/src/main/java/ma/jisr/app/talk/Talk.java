package ma.jisr.app.talk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Script;

/**
 * A transcript as read from a {@code .talk} file.
 *
 * @param file its name, for messages
 * @param title its first line
 * @param user who speaks
 * @param at when it begins
 * @param givens operations that answer by script instead of their service
 * @param lines in order
 */
public record Talk(
    String file, String title, User user, Instant at, List<Given> givens, List<TalkLine> lines) {
  public Talk {
    givens = List.copyOf(givens);
    lines = List.copyOf(lines);
  }

  /**
   * The person of a transcript.
   *
   * @param language empty for a first contact
   * @param letters what the phone is known to show of Arabic
   * @param account on whose behalf they act beyond their own: a registered agent in the field
   * @param here where the network says by USSD that the phone is; "" when it says nothing
   * @param shop the code of the shop that they are registered as the owner of
   */
  public record User(
      Msisdn msisdn,
      Optional<Language> language,
      Letters letters,
      Optional<Actor> account,
      String here,
      Optional<String> shop) {
    /** The scripts that the phone is known to show. */
    public java.util.Set<Script> scripts() {
      return letters == Letters.SHOWN
          ? java.util.Set.of(Script.LATIN, Script.ARABIC)
          : java.util.Set.of(Script.LATIN);
    }
  }

  /** What becomes of Arabic letters on the phone. */
  public enum Letters {
    /** Nothing is known: it must not be sent any. */
    UNKNOWN,
    /** It shows them. */
    SHOWN,
    /** It shows squares, which the one line that asks about it makes seen. */
    SQUARES
  }

  /**
   * A scripted answer: {@code given queue.take "hamid" = number A17, ahead 4, after 9s}.
   *
   * @param operation its name
   * @param text only when the argument {@code text} folds to this; empty for any
   * @param outcome the declared outcome; empty for the operation's first
   * @param items when the answer is a list: id and label
   * @param values otherwise: fields as written
   * @param afterMillis how long it takes
   */
  public record Given(
      String operation,
      Optional<String> text,
      Optional<String> outcome,
      List<Item> items,
      Map<String, String> values,
      long afterMillis) {
    public Given {
      items = List.copyOf(items);
      values = Map.copyOf(values);
    }

    /** One item of a list. */
    public record Item(String id, String label) {}
  }
}
