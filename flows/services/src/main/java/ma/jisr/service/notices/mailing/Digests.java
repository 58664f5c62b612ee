package ma.jisr.service.notices.mailing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.Language;

/** What proves which text was sent. */
final class Digests {
  private Digests() {}

  /** SHA-256 of each in UTF-8, hexadecimal, by the tag of its language. */
  static Map<String, String> of(Map<Language, String> texts) {
    Map<String, String> all = new TreeMap<>();
    texts.forEach((language, text) -> all.put(language.tag(), of(text)));
    return all;
  }

  private static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
