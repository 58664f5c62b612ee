package ma.jisr.service.challenges.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.JsonFields;

/**
 * What somebody has written who offers: their name or that of an association, and a line.
 *
 * @param who at most {@link Relayed#MAX_WHO} characters
 * @param line at most {@link Relayed#MAX_LINE} characters
 */
public record OfferWords(String who, String line) {
  /** Once it was erased, or by another key. */
  private static final OfferWords NONE = new OfferWords("", "");

  /** What was written as it may be told on; empty when it holds a number or a link. */
  static Optional<OfferWords> of(String who, String line) {
    return Relayed.of(who, Relayed.MAX_WHO)
        .flatMap(w -> Relayed.of(line, Relayed.MAX_LINE).map(l -> new OfferWords(w, l)));
  }

  String sealed(Vault vault) {
    ObjectNode node = JsonFields.object().put("who", who).put("line", line);
    return vault.seal(node.toString());
  }

  static OfferWords open(String sealed, Vault vault) {
    return vault
        .open(sealed)
        .map(JsonFields::parse)
        .map(node -> new OfferWords(JsonFields.text(node, "who"), JsonFields.text(node, "line")))
        .orElse(NONE);
  }

  @Override
  public String toString() {
    return "OfferWords[hidden]";
  }
}
