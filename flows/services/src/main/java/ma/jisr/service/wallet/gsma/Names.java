package ma.jisr.service.wallet.gsma;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.service.wallet.port.Account;

/**
 * Names as a payer is shown them: enough to see that it is the right person, too little to collect.
 * "Fatima-Zahra Bennani" is "Fatima-Z. B***". A shop's name is no secret. Nothing but letters,
 * digits and what stands between them is shown, and no dot within a word: a name could hold a link,
 * or a line of its own.
 */
final class Names {
  /** What a screen has room for beside an amount and a fee. Characters. */
  private static final int MAX = 24;

  /** Longest name looked at. Characters. */
  private static final int LONGEST = 256;

  /** Letters shown of somebody who has one name only. */
  private static final int OF_ONE = 3;

  private static final String HIDDEN = "***";
  private static final String BETWEEN = "-'.&";
  private static final String GAPS = "\u00a0_,/()";

  private Names() {}

  /** "" when there is none. */
  static String of(Fields name, Account.Type type) {
    String full = plain(name.textOr("fullName"));
    String first = plain(name.textOr("firstName"));
    String last = plain(name.textOr("lastName"));
    if (type != Account.Type.MSISDN)
      return cut(
          !full.isEmpty() ? full : !last.isEmpty() ? last : plain(name.textOr("nativeName")));
    if (!first.isEmpty() && !last.isEmpty()) return masked(first, last);
    String any = full;
    if (any.isEmpty()) any = !first.isEmpty() ? first : last;
    if (any.isEmpty()) any = plain(name.textOr("nativeName"));
    int space = any.indexOf(' ');
    if (space > 0) return masked(any.substring(0, space), any.substring(any.lastIndexOf(' ') + 1));
    return any.isEmpty() ? "" : any.substring(0, Math.min(OF_ONE, any.length())) + HIDDEN;
  }

  /** The first of the first names, its further parts and the last name by their first letters. */
  private static String masked(String first, String last) {
    int space = first.indexOf(' ');
    String[] parts = (space > 0 ? first.substring(0, space) : first).split("-", -1);
    List<String> shown = new ArrayList<>();
    for (String part : parts) {
      if (part.isEmpty()) continue;
      shown.add(shown.isEmpty() ? part : letter(part) + ".");
    }
    String given = String.join("-", shown);
    int room = MAX - HIDDEN.length() - 2;
    if (given.length() > room) given = given.substring(0, room).strip();
    return given + ' ' + letter(last) + HIDDEN;
  }

  private static String letter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private static String cut(String name) {
    return name.length() <= MAX ? name : name.substring(0, MAX).strip();
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), LONGEST); i++) {
      char c = name.charAt(i);
      boolean link = c == '.' && i + 1 < name.length() && !blank(name.charAt(i + 1));
      if (Character.isLetterOrDigit(c) || (BETWEEN.indexOf(c) >= 0 && !link)) plain.append(c);
      else if ((link || blank(c)) && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ')
        plain.append(' ');
    }
    return plain.toString().strip();
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || GAPS.indexOf(c) >= 0;
  }
}
