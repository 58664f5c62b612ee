package ma.jisr.service.shops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ma.jisr.map.ledger.JsonFields;

/** The invented shops that come with the product; each says that it is an example. */
public final class ShopSamples {
  private static final String FILE = "/ma/jisr/service/shops/samples.json";

  private ShopSamples() {}

  /** By id, in the order of the file. */
  public static Map<String, Shop> read() {
    try (InputStream in =
        Objects.requireNonNull(ShopSamples.class.getResourceAsStream(FILE), FILE)) {
      Map<String, Shop> samples = new LinkedHashMap<>();
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        Shop shop = ShopJson.read(JsonFields.text(node, "id"), node);
        samples.put(
            shop.id(), new Shop(shop.id(), shop.code(), shop.facts(), false, /* sample= */ true));
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
