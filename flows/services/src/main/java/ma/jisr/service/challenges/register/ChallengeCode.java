package ma.jisr.service.challenges.register;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The code of a challenge, "2.4": its theme and its number there, each 1 to 99, for ever. It is the
 * challenge's id as well: nothing else has to be printed or learnt.
 */
public final class ChallengeCode {
  /** Longest code, characters: "99.99". */
  public static final int MOST = 5;

  static final String RULE = "is not the number of a theme, a dot and a number, such as 2.4";

  /** As menus and lists have them: 2.9 before 2.10. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt((String code) -> Integer.parseInt(theme(code)))
          .thenComparingInt(code -> Integer.parseInt(code.substring(code.indexOf('.') + 1)));

  private static final Pattern CODE = Pattern.compile("[1-9]\\d?\\.[1-9]\\d?");

  private ChallengeCode() {}

  public static boolean isCode(String code) {
    return CODE.matcher(code).matches();
  }

  /** The number of its theme. */
  public static String theme(String code) {
    return code.substring(0, code.indexOf('.'));
  }
}
