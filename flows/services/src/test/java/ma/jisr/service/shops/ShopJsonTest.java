package ma.jisr.service.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopJsonTest {
  static Stream<Shop> samples() {
    return ShopSamples.read().values().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenIsReadAgain(Shop shop) {
    ObjectNode node = JsonFields.object();
    ShopJson.write(node, shop);
    assertEquals(shop, ShopJson.read(shop.id(), JsonFields.parse(node.toString())));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesSayThatTheyAreExamplesAndLieSomewhere(Shop shop) {
    assertTrue(shop.sample());
    shop.name()
        .byLanguage()
        .values()
        .forEach(name -> assertTrue(name.matches(".*(\\(ex\\.\\)|\\(مثال\\))"), name));
    assertTrue(StarterGazetteer.read().place(shop.place()).isPresent(), shop.place());
  }

  @Test
  void whatALaterReleaseHasWrittenStays() {
    Shop shop = samples().findFirst().orElseThrow();
    ObjectNode node = JsonFields.object().put("schema", 9).put("colour", "blue");
    ShopJson.write(node, shop);
    assertEquals("blue", node.path("colour").asText());
    assertEquals(9, node.path("schema").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'code':'2019'}",
        "{'code':'2018','name':{'fr':'X'},'trade':'grocery','place':'p'}",
        "{'code':'2019','name':{'fr':'X'},'trade':'bazaar','place':'p'}",
        "{'code':'2019','name':{},'trade':'grocery','place':'p'}",
        "{'code':'2019','name':{'fr':'X'},'trade':'grocery','place':'p','duty':['soon']}",
        "{'code':'2019','name':{'fr':'X'},'trade':'grocery','place':'p','services':[{'id':'A'}]}"
      })
  void whatIsNoShopIsRefused(String body) {
    var node = JsonFields.parse(body.replace('\'', '"'));
    assertThrows(IllegalArgumentException.class, () -> ShopJson.read("s1", node));
  }
}
