package ma.jisr.gateway.channel.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What chats bring besides words, as the text that is heard instead. */
public final class ChatText {
  /** OBJECT REPLACEMENT CHARACTER: a picture, a voice, a file, a sticker, a contact. */
  public static final String NO_WORDS = "\uFFFC";

  /** Digits behind the point that are kept: about a metre. */
  private static final int DIGITS = 5;

  private static final double MOST_LATITUDE = 90;
  private static final double MOST_LONGITUDE = 180;

  private ChatText() {}

  /**
   * A position: {@code 31.22,-8.23}, degrees north and east.
   *
   * @return {@link #NO_WORDS} for what is nowhere on earth
   */
  public static String position(double latitude, double longitude) {
    boolean earthly = within(latitude, MOST_LATITUDE) && within(longitude, MOST_LONGITUDE);
    return earthly ? degrees(latitude) + ',' + degrees(longitude) : NO_WORDS;
  }

  private static boolean within(double degrees, double most) {
    return degrees >= -most && degrees <= most;
  }

  private static String degrees(double degrees) {
    BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DIGITS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * A text that is cut where it is longer than a platform takes, which then shows.
   *
   * @param most UTF-16 units, at least 1
   */
  public static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = most - 1;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + '…';
  }
}
