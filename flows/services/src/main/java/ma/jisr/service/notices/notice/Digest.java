package ma.jisr.service.notices.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.map.ledger.JsonFields;

/** Hashes that say whether something is what somebody has agreed with. */
public final class Digest {
  private Digest() {}

  /** Of all that a second person agrees with: what is said, to whom, when, and how it reads. */
  static String of(NoticeFacts facts, Map<Language, String> texts, Set<String> lists) {
    ObjectNode all = JsonFields.object();
    NoticeJson.write(all, facts);
    NoticeJson.messages(all, texts);
    NoticeJson.list(all, "lists", lists.stream().sorted().toList());
    return of(all.toString());
  }

  /** SHA-256 of a text in UTF-8, hexadecimal. */
  public static String of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
