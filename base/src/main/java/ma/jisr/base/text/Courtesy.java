package ma.jisr.base.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Thanks, pleas and greetings, which people put around a command and which change nothing of it.
 * Drafts: the Darija and Tachelhit words await a native reader.
 */
final class Courtesy {
  /** Folded; several words are one phrase, longest first ("merci beaucoup" before "merci"). */
  private static final List<List<String>> PHRASES =
      phrases(
          "merci, merci beaucoup, svp, stp, s il vous plait, s il te plait, sil vous plait,"
              + " bonjour, salut, bonsoir, please, pls, thanks, thank you, thx, hello, hi, salam,"
              + " slm, ssalam, salam alikoum, salam 3likom, chokran, choukran, shukran, 3afak,"
              + " afak, 3afakom, 3afakoum, afakoum, lah ykhalik, lay khalik, allah ykhallik,"
              + " tanmirt, tanemmirt, azul, شكرا, شكرا جزيلا, من فضلك, من فضلكم, رجاء, لو سمحت,"
              + " عافاك, عفاك, عافاكم, الله يخليك, سلام, السلام عليكم, مرحبا, تنميرت, ازول");

  private static final Set<String> FIRST =
      PHRASES.stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LAST =
      PHRASES.stream().map(List::getLast).collect(Collectors.toUnmodifiableSet());

  private Courtesy() {}

  private static List<List<String>> phrases(String listed) {
    return Arrays.stream(listed.split(", ", -1))
        .map(TextFold::words)
        .sorted(Comparator.comparing((List<String> phrase) -> phrase.size()).reversed())
        .toList();
  }

  /** The folded words without the courtesies at both ends. */
  static List<String> trim(List<String> words) {
    List<String> left = words;
    for (boolean again = true; again && mayBeTrimmed(left); ) {
      again = false;
      for (List<String> phrase : PHRASES) {
        int n = phrase.size();
        if (left.size() < n) continue;
        if (left.subList(0, n).equals(phrase)) {
          left = left.subList(n, left.size());
          again = true;
        } else if (left.subList(left.size() - n, left.size()).equals(phrase)) {
          left = left.subList(0, left.size() - n);
          again = true;
        }
      }
    }
    return left;
  }

  /** Most messages have no courtesy: two look-ups say so. */
  private static boolean mayBeTrimmed(List<String> words) {
    return !words.isEmpty() && (FIRST.contains(words.getFirst()) || LAST.contains(words.getLast()));
  }
}
