package ma.jisr.service.wallet.payee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayeeJsonTest {
  static Stream<PayeeEntry> samples() {
    return PayeeSamples.read().values().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenIsReadAgain(PayeeEntry payee) {
    ObjectNode node = JsonFields.object();
    PayeeJson.write(node, payee);
    assertEquals(payee, PayeeJson.read(payee.id(), JsonFields.parse(node.toString())));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesSayThatTheyAreExamplesAndLieSomewhere(PayeeEntry payee) {
    assertTrue(payee.sample() && payee.payable());
    assertEquals("sample-" + payee.code(), payee.id());
    payee
        .name()
        .byLanguage()
        .values()
        .forEach(name -> assertTrue(name.matches(".*(\\(ex\\.\\)|\\(مثال\\))"), name));
    if (!payee.place().isEmpty())
      assertTrue(PayeeWorld.GAZETTEER.area(payee.place()).isPresent(), payee.place());
  }

  @Test
  void noNumberStandsInADocument() {
    PayeeEntry payee =
        new PayeeEntry(
            "p1",
            "1041",
            Kind.MERCHANT,
            PayeeWorld.merchant("Un", PayeeWorld.AMIZMIZ, "m"),
            PayeeEntry.State.ACTIVE,
            false);
    ObjectNode node = JsonFields.object();
    PayeeJson.write(node, payee);
    assertFalse(node.toString().contains("661000001"), node::toString);
    assertFalse(payee.toString().contains("661000001"), payee::toString);
    assertEquals(payee, PayeeJson.read("p1", node));
  }

  @Test
  void whatALaterReleaseHasWrittenStays() {
    PayeeEntry payee = samples().findFirst().orElseThrow();
    ObjectNode node = JsonFields.object().put("schema", 9).put("colour", "blue");
    PayeeJson.write(node, payee);
    assertEquals("blue", node.path("colour").asText());
    assertEquals(9, node.path("schema").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'code':'1042','kind':'merchant','state':'active','name':{'fr':'X'},'account':'m'}",
        "{'code':'1041','kind':'bazaar','state':'active','name':{'fr':'X'},'account':'m'}",
        "{'code':'1041','kind':'transfer','state':'active','name':{'fr':'X'},'account':'m'}",
        "{'code':'1041','kind':'merchant','state':'active','name':{},'account':'m'}",
        "{'code':'1041','kind':'merchant','state':'active','name':{'fr':'X'},'account':''}",
        "{'code':'1041','kind':'merchant','state':'active','name':{'fr':'X'},'account':'../x'}",
        "{'code':'1041','kind':'bill','state':'active','name':{'fr':'X'},'account':'b'}",
        "{'code':'1041','kind':'airtime','state':'active','name':{'fr':'X'},'account':'a',"
            + "'amounts':[500,500]}",
        "{'code':'1041','kind':'airtime','state':'active','name':{'fr':'X'},'account':'a',"
            + "'prefixes':['2125']}"
      })
  void whatIsNoPayeeIsRefused(String body) {
    var node = JsonFields.parse(body.replace('\'', '"'));
    assertThrows(IllegalArgumentException.class, () -> PayeeJson.read("p1", node));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f-2026 / 118", "F2026.118", "٢٠٢٦-118"})
  void aNumberIsTakenAsPeopleWriteIt(String written) {
    assertTrue(PayeeWorld.INVOICE.fits(AboutRule.canonical(written)), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "1234567890123", "F_12", "<b>12", "12é"})
  void whatIsNoInvoiceNumberIsNone(String written) {
    assertFalse(PayeeWorld.INVOICE.fits(AboutRule.canonical(written)), written);
  }
}
