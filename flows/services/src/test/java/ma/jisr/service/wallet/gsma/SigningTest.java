package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures of what is sent and of what comes: ES256 over the body, and nothing else. */
class SigningTest {
  private static final String HEADER = "X-JWS-Signature";
  private static final ECKey OURS = key("ours");
  private static final ECKey OTHER = key("other");

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sign(ECKey key, String body) {
    return Signing.of(HEADER, key.toJSONString()).sign(bytes(body));
  }

  @Test
  void whatIsSentIsSigned() {
    try (Provider provider = new Provider()) {
      provider.posted("/transactions/type/merchantpay", 202, state("pending"));
      GsmaSettings s = provider.settings();
      GsmaSettings signing =
          new GsmaSettings(
              s.id(),
              s.name(),
              s.base(),
              s.credentials(),
              null,
              null,
              s.organisation(),
              null,
              s.capabilities(),
              s.statuses(),
              Signing.of(HEADER, OURS.toJSONString()),
              s.encryption(),
              s.answer());
      told(provider.wallet(signing).submit(order()));
      var sent = provider.requests().getFirst();
      SignedBy ours = SignedBy.of(HEADER, OURS.toPublicJWK().toJSONString());
      assertTrue(ours.signs(sent.getHeader(HEADER), sent.getBody()));
      assertFalse(ours.signs(sent.getHeader(HEADER), bytes("{}")));
      assertFalse(sent.containsHeader("X-Callback-URL"));
    }
  }

  static Stream<String> forged() {
    String none =
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes("{\"alg\":\"none\"}")) + "..";
    String good = sign(OURS, transaction());
    return Stream.of(
        sign(OTHER, transaction()),
        sign(OURS, transaction() + " "),
        good.substring(0, good.length() - 4) + "AAAA",
        none,
        "",
        "..",
        "a.b.c",
        "x".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("forged")
  void case22_forgedSignature(String signature) {
    SignedBy by = SignedBy.of(HEADER, OURS.toPublicJWK().toJSONString());
    try (Calls calls = new Calls(List.of(new Callbacks("a", true, by)))) {
      var call = calls.dated(calls.path("a"), transaction()).header(HEADER, signature);
      assertEquals(401, calls.status(call));
      assertEquals(List.of("a UNSIGNED"), calls.counted);
      assertEquals(List.of(), calls.heard);
    }
  }

  @Test
  void aCallThatIsSignedIsHeard() {
    SignedBy by = SignedBy.of(HEADER, OURS.toPublicJWK().toJSONString());
    try (Calls calls = new Calls(List.of(new Callbacks("a", true, by)))) {
      String signature = sign(OURS, transaction());
      assertEquals(401, calls.status(calls.dated(calls.path("a"), transaction())));
      assertEquals(
          204, calls.status(calls.dated(calls.path("a"), transaction()).header(HEADER, signature)));
    }
  }

  @Test
  void otherKeysAreRefusedWithoutBeingQuoted() throws JOSEException {
    String rsa = new RSAKeyGenerator(2_048).keyID("rsa").generate().toJSONString();
    String large = new ECKeyGenerator(Curve.P_384).keyID("large").generate().toJSONString();
    String nameless = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    String open = OURS.toPublicJWK().toJSONString();
    for (String jwk : List.of(rsa, large, nameless, open, "{}", "", "secret")) {
      var thrown = assertThrows(IllegalArgumentException.class, () -> Signing.of(HEADER, jwk));
      assertEquals("not a private key of P-256 with a kid", thrown.getMessage());
      assertEquals(null, thrown.getCause());
    }
    for (String jwk : List.of(rsa, large, "{}", "", "secret"))
      assertThrows(IllegalArgumentException.class, () -> SignedBy.of(HEADER, jwk));
    assertThrows(IllegalArgumentException.class, () -> Signing.of("X Y", OURS.toJSONString()));
  }
}
