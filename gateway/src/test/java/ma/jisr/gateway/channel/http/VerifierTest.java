package ma.jisr.gateway.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.Base64;
import java.util.List;
import ma.jisr.gateway.channel.http.Verifier.Hash;
import ma.jisr.gateway.channel.http.Verifier.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
  private static final Secret SECRET = new Secret("0123456789abcdef");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0123456789abcdef,  true
          0123456789abcdeg,  false
          0123456789abcde,   false
          0123456789ABCDEF,  false
          '',                false
          """)
  void aSecretInAHeaderOrThePath(String told, boolean proves) {
    assertEquals(
        proves, new Verifier.Header("X-Secret", SECRET).proves(knock("", "x-secret", told, "")));
    assertEquals(proves, new Verifier.Path(SECRET).proves(knock(told, "a", "b", "")));
  }

  @Test
  void whatIsMissingProvesNothing() {
    Knock bare = knock("", "other", "0123456789abcdef", "body");
    assertFalse(new Verifier.Header("X-Secret", SECRET).proves(bare));
    assertFalse(new Verifier.Body("X-Sign", "sha256=", Hash.SHA256, false, SECRET).proves(bare));
    assertFalse(new Verifier.Url("X-Sign", "", Hash.SHA1, SECRET).proves(bare));
  }

  /** Computed with {@code openssl dgst -sha256 -hmac}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sha256=7dd01c56d24fde6396ccd71427bf411aee937a532d8180110ec02ae4926172af, true
          sha256=7dd01c56d24fde6396ccd71427bf411aee937a532d8180110ec02ae4926172a0, false
          7dd01c56d24fde6396ccd71427bf411aee937a532d8180110ec02ae4926172af,        false
          sha256=,                                                                 false
          sha256=xyz,                                                              false
          """)
  void aSignatureOfTheBody(String told, boolean proves) {
    Verifier verifier =
        new Verifier.Body(
            "X-Hub-Signature-256",
            "sha256=",
            Hash.SHA256,
            false,
            new Secret("jeffe-jeffe-jeffe-key"));
    assertEquals(
        proves, verifier.proves(knock("", "X-Hub-Signature-256", told, "what do ya want")));
  }

  /** Twilio's own example: docs "Webhooks security", the key made longer than 16 characters. */
  @Test
  void aSignatureOfTheUrlAndItsSortedForm() {
    Secret key = new Secret("a-key-of-sixteen");
    String base = "https://example.net";
    Knock knock = knock("", "X-Twilio-Signature", "?", "To=%2B1&From=%2B2&Body=a+b");
    String signed = base + "/links/t?x=1" + "Bodya b" + "From+2" + "To+1";
    String wanted = Base64.getEncoder().encodeToString(Hash.SHA1.sign(key, signed.getBytes(UTF_8)));
    Verifier verifier = new Verifier.Url("X-Twilio-Signature", base, Hash.SHA1, key);
    assertFalse(verifier.proves(knock));
    assertTrue(
        verifier.proves(knock("", "X-Twilio-Signature", wanted, "To=%2B1&From=%2B2&Body=a+b")));
    assertFalse(
        verifier.proves(knock("", "X-Twilio-Signature", wanted, "To=%2B1&From=%2B3&Body=a+b")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,  token=0123456789abcdef, '',                         true
          GET,  token=0123456789abcdeg, '',                         false
          GET,  '',                     '',                         false
          GET,  '',                     0123456789abcdef,           false
          POST, '',                     0123456789abcdef,           true
          POST, token=0123456789abcdef, '',                         false
          POST, token=0123456789abcdef, 0123456789abcdeg,           false
          """)
  void whoAsksProvesItOtherwiseThanWhoTells(
      String method, String query, String header, boolean proves) {
    Verifier verifier =
        new Verifier.ByMethod(
            new Verifier.Query("token", SECRET), new Verifier.Header("X-Secret", SECRET));
    Knock knock =
        new Knock(
            method,
            "/links/t",
            "",
            Fields.of(query),
            Fields.NONE,
            MultiMap.caseInsensitiveMultiMap().add("X-Secret", header),
            new byte[0],
            "192.0.2.1");
    assertEquals(proves, verifier.proves(knock));
  }

  @Test
  void allOfThemAndNeverNone() {
    Verifier header = new Verifier.Header("X-Secret", SECRET);
    Verifier network = new Verifier.Networks("192.0.2.1"::equals);
    Knock good = knock("", "X-Secret", "0123456789abcdef", "");
    assertTrue(new Verifier.All(List.of(header, network)).proves(good));
    Verifier elsewhere = new Verifier.Networks("192.0.2.2"::equals);
    assertFalse(new Verifier.All(List.of(header, elsewhere)).proves(good));
    assertThrows(IllegalArgumentException.class, () -> new Verifier.All(List.of()));
  }

  @Test
  void secretsAreLongAndHidden() {
    assertThrows(IllegalArgumentException.class, () -> new Secret("short"));
    assertFalse(new Verifier.Header("X-Secret", SECRET).toString().contains("0123"));
  }

  private static Knock knock(String rest, String header, String value, String body) {
    return new Knock(
        "POST",
        "/links/t?x=1",
        rest,
        Fields.of("x=1"),
        Fields.of(body),
        MultiMap.caseInsensitiveMultiMap().add(header, value),
        body.getBytes(UTF_8),
        "192.0.2.1");
  }
}
