package ma.jisr.service.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ma.jisr.flow.operation.OperationRequest;

/** What a payer had been read when they said yes, as a hash: evidence in a dispute. */
final class ShownText {
  /** What stands in the sentence, in this order; a new one goes to the end. */
  static final List<String> VALUES = List.of("amount", "name", "number", "about", "fee");

  private ShownText() {}

  /** Of the language, and of each value in the words in which it stood in the sentence. */
  static String hash(OperationRequest request) {
    StringBuilder text = new StringBuilder(request.language().tag());
    for (String value : VALUES) text.append('\n').append(Given.shown(request, value));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
