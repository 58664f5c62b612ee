package ma.jisr.service.wallet.payee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ma.jisr.map.ledger.JsonFields;

/**
 * The invented payees that come with the product, paid by the sandbox's provider; each says that it
 * is an example.
 */
public final class PayeeSamples {
  private static final String FILE = "/ma/jisr/service/wallet/payee/samples.json";

  private PayeeSamples() {}

  /** By id, in the order of the file. */
  public static Map<String, PayeeEntry> read() {
    try (InputStream in =
        Objects.requireNonNull(PayeeSamples.class.getResourceAsStream(FILE), FILE)) {
      Map<String, PayeeEntry> samples = new LinkedHashMap<>();
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        PayeeEntry payee = PayeeJson.read(JsonFields.text(node, "id"), node);
        samples.put(payee.id(), payee);
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
