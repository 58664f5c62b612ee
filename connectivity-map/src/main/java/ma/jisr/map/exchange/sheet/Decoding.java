package ma.jisr.map.exchange.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file whose encoding nobody says: a byte order mark, else UTF-16 by its zeros, else
 * UTF-8 if it is such, else what Windows writes in French or in Arabic.
 */
final class Decoding {
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final Charset ARABIC = Charset.forName("windows-1256");

  /** Bytes in which zeros are looked for. */
  private static final int SAMPLE = 4_096;

  private Decoding() {}

  /** The text without its byte order mark. */
  static String text(byte[] bytes) {
    String text = new String(bytes, charset(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static Charset charset(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    if (begins(bytes, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    if (begins(bytes, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    int[] zeros = zeros(bytes);
    int pairs = Math.min(SAMPLE, bytes.length) / 2;
    // Commas, digits and line ends have a zero byte in UTF-16, Arabic letters have not.
    if (pairs > 0 && zeros[1] > pairs / 8 && zeros[0] == 0) return StandardCharsets.UTF_16LE;
    if (pairs > 0 && zeros[0] > pairs / 8 && zeros[1] == 0) return StandardCharsets.UTF_16BE;
    if (isUtf8(bytes)) return StandardCharsets.UTF_8;
    return isArabic(new String(bytes, ARABIC)) ? ARABIC : LATIN;
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) return false;
    for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
    return true;
  }

  /** Zero bytes at even and at odd places. */
  private static int[] zeros(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < Math.min(SAMPLE, bytes.length); i++) if (bytes[i] == 0) zeros[i & 1]++;
    return zeros;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Whether the text is Arabic when it is read as such. Both code pages have the small French
   * letters at the same places; what is an accented capital in one is an Arabic letter in the other
   * and then stands between Latin ones, whereas Arabic letters stand in words of their own.
   */
  private static boolean isArabic(String text) {
    int together = 0;
    int alone = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isArabic(text.charAt(i))) continue;
      boolean before = i > 0 && isArabic(text.charAt(i - 1));
      boolean after = i + 1 < text.length() && isArabic(text.charAt(i + 1));
      if (before || after) together++;
      else alone++;
    }
    return together > alone;
  }

  private static boolean isArabic(char c) {
    return Character.UnicodeScript.of(c).equals(Character.UnicodeScript.ARABIC)
        && Character.isLetter(c);
  }
}
