package ma.jisr.nlp.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Token;

/**
 * What rules found in a message. Immutable.
 *
 * @param all in the order of the message; values of two kinds may share words ("l'eau" is a biller
 *     and a theme)
 */
public record Entities(List<Found> all) {
  private static final Comparator<Found> IN_ORDER =
      Comparator.comparingInt(Found::start).thenComparing(Found::type);

  /** Nothing found. */
  public static final Entities NONE = new Entities(List.of());

  public Entities {
    all = all.stream().sorted(IN_ORDER).toList();
  }

  /** Those of one type. */
  public List<Found> of(EntityType type) {
    return all.stream().filter(found -> found.type() == type).toList();
  }

  /**
   * What an intent takes of it, no {@link EntityType#NUMBER} and no other open question left: a
   * bare number is an amount where money is meant, a ticket in a queue, the number of a challenge.
   * Places are not looked up here.
   */
  public Entities of(Intent intent) {
    return new Entities(Expected.of(intent).choose(all));
  }

  /**
   * The text with each number of a phone that is said in words written in figures, as the models
   * know them: whoever says ten numbers says nothing of a wish by them.
   */
  public String inFigures(String text) {
    StringBuilder out = null;
    int from = 0;
    for (Found found : all) {
      if (found.type() != EntityType.MSISDN || !hasLetter(text, found)) continue;
      if (out == null) out = new StringBuilder(text.length());
      out.append(text, from, found.start()).append(found.value());
      from = found.end();
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  private static boolean hasLetter(String text, Found found) {
    for (int i = found.start(); i < found.end(); i++)
      if (Character.isLetter(text.charAt(i))) return true;
    return false;
  }

  /** The same with one found elsewhere, such as a place. */
  public Entities with(Found more) {
    List<Found> both = new ArrayList<>(all);
    both.add(more);
    return new Entities(both);
  }

  /**
   * The words of the message with a mask in place of each value of these types: "sifet &lt;amt&gt;
   * l &lt;tel&gt;". What is grown onto a value goes with it.
   *
   * @param tokens of that message
   * @param word what stands for a word that is no value
   */
  public List<String> masked(
      List<Token> tokens, Set<EntityType> types, Function<Token, String> word) {
    List<String> out = new ArrayList<>(tokens.size());
    int next = 0;
    Found last = null;
    for (Token token : tokens) {
      while (next < all.size()
          && (all.get(next).end() <= token.start() || !types.contains(all.get(next).type())))
        next++;
      Found found = next < all.size() ? all.get(next) : null;
      boolean covered = found != null && found.start() < token.end();
      if (!covered) out.add(word.apply(token));
      else if (found != null && !found.equals(last)) out.add(found.type().mask());
      if (covered) last = found;
    }
    return List.copyOf(out);
  }
}
