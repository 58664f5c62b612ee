package ma.jisr.service.wallet.gsma;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static ma.jisr.service.wallet.gsma.Provider.json;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.SimRisk.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says of a number's card; what it does not say is unknown. */
class SimSwapTest {
  private static final Msisdn NUMBER = new Msisdn(Provider.PAYER);

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  private SimSwap risk(Credentials credentials) {
    return new SimSwap(
        provider.vertx,
        URI.create(provider.server.baseUrl() + "/sim-swap/v2"),
        credentials,
        Encryption.USUAL,
        provider.clock,
        UUID::randomUUID);
  }

  private void said(int status, String body) {
    provider.server.stubFor(post(urlEqualTo("/sim-swap/v2/check")).willReturn(json(status, body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"swapped\":true}                     | NEW",
        "200 | {\"swapped\":false}                    | OLD",
        "200 | {\"swapped\":\"false\"}                | UNKNOWN",
        "200 | {\"swapped\":null}                     | UNKNOWN",
        "200 | {}                                     | UNKNOWN",
        "200 | []                                     | UNKNOWN",
        "200 | <html>                                 | UNKNOWN",
        "404 | {\"code\":\"IDENTIFIER_NOT_FOUND\"}    | UNKNOWN",
        "422 | {\"code\":\"SERVICE_NOT_APPLICABLE\"}  | UNKNOWN",
        "403 | {\"swapped\":false}                    | UNKNOWN",
        "500 | {\"swapped\":false}                    | UNKNOWN"
      })
  void answers(int status, String body, Risk risk) {
    said(status, body);
    assertEquals(risk, told(risk(new Credentials.Bearer("fixed")).of(NUMBER)));
  }

  @Test
  void whatIsAsked() {
    TokensTest.issue(provider, "one", 3_600);
    said(200, "{\"swapped\":false}");
    told(risk(TokensTest.oauth(provider)).of(NUMBER));
    var asked = provider.requests().getLast();
    assertEquals("{\"phoneNumber\":\"+212600000001\",\"maxAge\":72}", asked.getBodyAsString());
    assertEquals("Bearer one", asked.getHeader("Authorization"));
    assertEquals("/sim-swap/v2/check", asked.getUrl());
  }

  @Test
  void whoIsNotReachedHasSaidNothing() {
    for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE)) {
      provider.broken(fault);
      assertEquals(Risk.UNKNOWN, told(risk(new Credentials.Bearer("fixed")).of(NUMBER)));
    }
    // Nor is anything without a token.
    assertEquals(Risk.UNKNOWN, told(risk(TokensTest.oauth(provider)).of(NUMBER)));
  }
}
