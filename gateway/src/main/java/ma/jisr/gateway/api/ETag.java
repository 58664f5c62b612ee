package ma.jisr.gateway.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, 8.8.3): strong ones, of a version or of what is sent. */
final class ETag {
  /** Bytes of a hash in a tag: two different bodies of one resource share none. */
  private static final int HASH_BYTES = 12;

  private static final Pattern VERSION = Pattern.compile("\"v([0-9]{1,18})\"");

  private ETag() {}

  /** Of a resource that counts its versions. */
  static String of(long version) {
    return "\"v" + version + "\"";
  }

  /** Of anything else: of the very bytes. */
  static String of(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The version that an If-Match names; empty for anything but one tag of a version. */
  static OptionalLong version(String ifMatch) {
    var matcher = VERSION.matcher(ifMatch.strip());
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** Whether an If-None-Match names the tag: weak comparison, as RFC 9110, 13.1.2 asks for. */
  static boolean noneMatchNames(String ifNoneMatch, String tag) {
    for (String one : ifNoneMatch.split(",", -1)) {
      String bare = one.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) return true;
    }
    return false;
  }
}
