package ma.jisr.service.wallet.gsma;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Paths below a provider's base. What a provider names is never asked for as it stands: only the
 * kind and the id of what it means are taken, into a path of ours, so that no link leads to another
 * host or another resource.
 */
final class Paths {
  /** The definition's bound for references and links. Characters. */
  static final int MAX = 256;

  private static final String UNRESERVED = "-._~";

  /**
   * What a link leads to.
   *
   * @param kind "transactions", "errors" or "requeststates"
   */
  record Target(String kind, String id) {
    String path() {
      return '/' + kind + '/' + segment(id);
    }
  }

  private static final Set<String> KINDS = Set.of("transactions", "errors", "requeststates");

  private Paths() {}

  /** Whether a value may stand as one segment of a path. */
  static boolean sound(String value) {
    return !value.isEmpty()
        && value.length() <= MAX
        && !value.equals(".")
        && !value.equals("..")
        && value.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }

  /** One segment, encoded (RFC 3986, 2.3: all but the unreserved). */
  static String segment(String value) {
    if (!sound(value)) throw new IllegalArgumentException("not a segment of a path");
    StringBuilder encoded = new StringBuilder(value.length() + 8);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) encoded.append(c);
      else encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
    }
    return encoded.toString();
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }

  /**
   * What a link means: absolute on the same host, relative, or a bare path; empty for another host,
   * another kind, or none.
   */
  static Optional<Target> target(String link, Endpoint endpoint) {
    if (link.length() > MAX + endpoint.path().length() + endpoint.host().length())
      return Optional.empty();
    try {
      URI uri = new URI(link.strip());
      if (uri.isOpaque() || (uri.isAbsolute() && !endpoint.same(uri))) return Optional.empty();
      if (!uri.isAbsolute() && uri.getRawAuthority() != null) return Optional.empty();
      return named(uri.getRawPath() == null ? "" : uri.getRawPath());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The last two segments: a kind and an id. */
  private static Optional<Target> named(String path) {
    int last = path.lastIndexOf('/');
    String before = last < 0 ? "" : path.substring(0, last);
    String kind = Words.plain(before.substring(before.lastIndexOf('/') + 1));
    String id =
        URLDecoder.decode(path.substring(last + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    return KINDS.contains(kind) && sound(id) ? Optional.of(new Target(kind, id)) : Optional.empty();
  }

  /** A transaction's reference in what may be a path to it. */
  static Optional<String> reference(String object) {
    if (sound(object) && object.indexOf('/') < 0) return Optional.of(object);
    return object.length() > MAX
        ? Optional.empty()
        : named(object).filter(t -> t.kind().equals("transactions")).map(Target::id);
  }
}
