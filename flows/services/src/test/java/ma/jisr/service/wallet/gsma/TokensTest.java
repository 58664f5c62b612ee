package ma.jisr.service.wallet.gsma;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static ma.jisr.service.wallet.gsma.Provider.MM;
import static ma.jisr.service.wallet.gsma.Provider.json;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that pass: fetched once, renewed before their end, asked for anew when refused. */
class TokensTest {
  private static final String TOKENS = "/oauth/token";
  private static final String PATH = MM + "/transactions/type/merchantpay";

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  static Credentials.OAuth oauth(Provider provider) {
    return new Credentials.OAuth(
        URI.create(provider.server.baseUrl() + TOKENS), "jisr", Provider.SECRET, "payments");
  }

  static void issue(Provider provider, String token, long seconds) {
    provider.server.stubFor(
        post(urlEqualTo(TOKENS))
            .willReturn(
                json(
                    200,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(token, seconds))));
  }

  private List<LoggedRequest> asked(String url) {
    return provider.requests().stream().filter(r -> r.getUrl().equals(url)).toList();
  }

  @Test
  void oneIsFetchedForAllWhoWait() {
    issue(provider, "one", 3_600);
    provider.got("/heartbeat", 200, "{\"serviceStatus\":\"available\"}");
    GsmaWallet wallet = provider.wallet(provider.settings(oauth(provider)));
    List<CompletableFuture<Health>> all = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> all.add(wallet.health()));
    all.forEach(one -> assertEquals(Health.UP, told(one)));
    assertEquals(1, asked(TOKENS).size());
    String form = asked(TOKENS).getFirst().getBodyAsString();
    assertEquals("grant_type=client_credentials&scope=payments", form);
  }

  @ParameterizedTest
  @CsvSource({"3600, 3569, 1", "3600, 3571, 2", "20, 9, 1", "20, 11, 2", "0, 1, 2"})
  void itIsRenewedBeforeItsEnd(long life, long later, int fetched) {
    issue(provider, "one", life);
    provider.got("/heartbeat", 200, "{\"serviceStatus\":\"available\"}");
    GsmaWallet wallet = provider.wallet(provider.settings(oauth(provider)));
    told(wallet.health());
    provider.clock.step(Duration.ofSeconds(later));
    told(wallet.health());
    assertEquals(fetched, asked(TOKENS).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":\"invalid_client\"}",
        "500 | <html>",
        "200 | <html>",
        "200 | {\"expires_in\":60}",
        "200 | {\"access_token\":\"a b\"}",
        "200 | {\"access_token\":\"a\\r\\nX-Evil: 1\"}",
        "200 | {\"access_token\":[\"a\"]}"
      })
  void withoutOneNothingIsSent(int status, String body) {
    provider.server.stubFor(post(urlEqualTo(TOKENS)).willReturn(json(status, body)));
    GsmaWallet wallet = provider.wallet(provider.settings(oauth(provider)));
    assertEquals(new Answer.NotSent("no token"), told(wallet.submit(order())));
    assertEquals(List.of(), asked(PATH));
  }

  @Test
  void oneThatIsSlowIsNotWaitedFor() {
    provider.server.stubFor(
        post(urlEqualTo(TOKENS))
            .willReturn(json(200, "{\"access_token\":\"one\"}").withFixedDelay(2_500)));
    provider.posted("/transactions/type/merchantpay", 202, state("pending"));
    GsmaWallet wallet = provider.wallet(provider.settings(oauth(provider)));
    assertEquals(new Answer.NotSent("no token"), told(wallet.submit(order())));
    assertTrue(asked(PATH).isEmpty());
  }

  @Test
  void aSecretThatDoesNotPassIsSentAsItIs() {
    provider.posted("/transactions/type/merchantpay", 202, state("pending"));
    GsmaWallet wallet = provider.wallet(provider.settings(new Credentials.Bearer("fixed")));
    assertInstanceOf(Answer.Accepted.class, told(wallet.submit(order())));
    assertEquals("Bearer fixed", asked(PATH).getFirst().getHeader("Authorization"));
  }
}
