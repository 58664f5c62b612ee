package ma.jisr.app.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.gateway.api.Answer;

/**
 * A page for people, written from the top: everything that is no markup of ours is escaped. It runs
 * nothing, loads nothing, is kept by no cache and sends its forms to us only.
 */
final class Html {
  static final String TYPE = "text/html";

  /** Any phone's browser, either direction; the text is its owner's size. */
  private static final String STYLE =
      "body{max-width:44rem;margin:1rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.4}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:start;vertical-align:top;padding:.3rem;border-bottom:1px solid #ccc}"
          + "input{font-size:1.2rem;padding:.4rem;max-width:90%}"
          + "button{font-size:1rem;padding:.5rem 1rem;margin:.5rem 0}"
          + ".wrong{color:#a00}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final StringBuilder text = new StringBuilder();

  Html(Language language, String title) {
    text.append("<!DOCTYPE html>\n<html")
        .append(in(language))
        .append("><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<meta name=\"robots\" content=\"noindex\"><title>")
        .append(escaped(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n");
  }

  /** The attributes of an element that is written in a language. */
  static String in(Language language) {
    boolean right = language.script() == Script.ARABIC;
    return " lang=\"" + language.tag() + "\" dir=\"" + (right ? "rtl" : "ltr") + "\"";
  }

  /** Markup of ours: nothing of anybody else's is in it. */
  Html markup(String ours) {
    text.append(ours);
    return this;
  }

  /** What somebody wrote or holds. */
  Html words(String theirs) {
    text.append(escaped(theirs));
    return this;
  }

  /** An element around words. */
  Html element(String name, String theirs) {
    return markup("<" + name + ">").words(theirs).markup("</" + name + ">\n");
  }

  Answer answer() {
    return Answer.text(TYPE, text + "</body></html>\n")
        .header("content-security-policy", POLICY)
        .header("cache-control", "no-store");
  }

  static String escaped(String theirs) {
    StringBuilder safe = new StringBuilder(theirs.length() + 16);
    for (int i = 0; i < theirs.length(); i++) {
      char c = theirs.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has SHA-256", e);
    }
  }
}
