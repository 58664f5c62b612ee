package ma.jisr.app.talk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references of payments and the numbers of claims as a transcript writes them. They are
 * random: the phone shows the first that it sees as JSR-AAAAA, the next as JSR-BBBBB (of a claim
 * R-BBBBB), and sends what is meant. Codes of copies are random as well.
 */
final class TalkSigns {
  /** A code that opens a copy on the web: never typed on the phone that shows it. */
  private static final Pattern PASS =
      Pattern.compile("\\b(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}\\b");

  private static final String SHOWN_PASS = "AAAA-AAAA-AAAA";

  private static final Pattern SIGN = Pattern.compile("\\b(JSR|R)-([2-9A-HJ-NP-Z]{5})\\b");

  /** Codes of notices: made of what made them, and so of the run. */
  private static final Pattern CODE = Pattern.compile("\\b5\\d{4}\\b");

  /** Letters that signs are made of. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 5;

  private static final String WALLET = "wallet.";

  private final Map<String, String> shown = new LinkedHashMap<>();
  private final Map<String, String> noticed = new LinkedHashMap<>();
  private final boolean real;
  private final boolean codes;

  private TalkSigns(boolean real, boolean codes) {
    this.real = real;
    this.codes = codes;
  }

  /** Those of a transcript: what its script gives is left as it is. */
  static TalkSigns in(Talk talk) {
    boolean given = talk.givens().stream().anyMatch(one -> one.operation().startsWith(WALLET));
    return new TalkSigns(!given, HallLine.isIn(talk));
  }

  /** As the phone shows it. */
  String shown(String text) {
    if (!real) return codes ? CODE.matcher(text).replaceAll(this::code) : text;
    String signed = PASS.matcher(SIGN.matcher(text).replaceAll(this::sign)).replaceAll(SHOWN_PASS);
    return codes ? CODE.matcher(signed).replaceAll(this::code) : signed;
  }

  private String code(java.util.regex.MatchResult found) {
    return noticed.computeIfAbsent(
        found.group(), _ -> "5" + String.valueOf(LETTERS.charAt(noticed.size())).repeat(4));
  }

  private String sign(java.util.regex.MatchResult found) {
    String letters =
        shown.computeIfAbsent(
            found.group(2),
            _ -> String.valueOf(LETTERS.charAt(shown.size() % LETTERS.length())).repeat(LENGTH));
    return Matcher.quoteReplacement(found.group(1) + "-" + letters);
  }

  /** As it goes to the gateway. */
  String typed(String text) {
    String typed = text;
    for (Map.Entry<String, String> one : noticed.entrySet())
      typed = typed.replace(one.getValue(), one.getKey());
    for (Map.Entry<String, String> one : shown.entrySet())
      typed =
          typed
              .replace(one.getValue(), one.getKey())
              .replace(
                  one.getValue().toLowerCase(Locale.ROOT), one.getKey().toLowerCase(Locale.ROOT));
    return typed;
  }
}
