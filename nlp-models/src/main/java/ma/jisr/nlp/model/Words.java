package ma.jisr.nlp.model;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.text.Emphasis;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.Skeleton;
import ma.jisr.base.text.TextFold;

/**
 * A message as the models see it: its words folded, calmed, with numbers masked, and each word's
 * sound and skeleton. Takes any text.
 */
final class Words {
  /** Longer texts are cut, in UTF-16 units: more than thirteen segments of SMS. */
  static final int MAX_LENGTH = 2_000;

  private final List<String> folded = new ArrayList<>();
  private final List<String> sounds = new ArrayList<>();
  private final List<String> skeletons = new ArrayList<>();
  private final boolean asks;
  private final Scripts scripts;

  private Words(boolean asks, Scripts scripts) {
    this.asks = asks;
    this.scripts = scripts;
  }

  static Words of(String text) {
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    String fold = TextFold.fold(head);
    Words words = new Words(fold.indexOf('?') >= 0 || fold.indexOf('؟') >= 0, Scripts.of(fold));
    for (String word : Masks.masked(split(fold))) words.add(word);
    return words;
  }

  private static List<String> split(String fold) {
    List<String> words = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= fold.length(); ) {
      int c = i < fold.length() ? fold.codePointAt(i) : ' ';
      boolean within = Character.isLetterOrDigit(c);
      if (within && from < 0) from = i;
      if (!within && from >= 0) {
        words.add(Emphasis.calm(fold.substring(from, i)));
        from = -1;
      }
      i += Character.charCount(c);
    }
    return words;
  }

  private void add(String word) {
    folded.add(word);
    boolean mask = Masks.isMask(word);
    String sound = mask ? word : PhoneticKey.of(word);
    sounds.add(sound);
    skeletons.add(mask ? word : Skeleton.ofKey(sound));
  }

  int size() {
    return folded.size();
  }

  /** The folded word, or a mask such as {@code <tel>}. */
  String word(int at) {
    return folded.get(at);
  }

  /** How the word sounds; a mask as it is. */
  String sound(int at) {
    return sounds.get(at);
  }

  String skeleton(int at) {
    return skeletons.get(at);
  }

  Scripts scripts() {
    return scripts;
  }

  /** Whether there is a question mark. */
  boolean asks() {
    return asks;
  }
}
