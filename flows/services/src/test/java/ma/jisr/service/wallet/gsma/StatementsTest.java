package ma.jisr.service.wallet.gsma;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ma.jisr.service.wallet.gsma.Provider.json;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day as a provider has booked it: whole, or not at all. */
class StatementsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String PATH = Provider.MM + "/accounts/organisationid/jisr/transactions";

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  private void page(String offset, List<String> rows, @Nullable String total) {
    var answer = json(200, "[" + String.join(",", rows) + "]");
    if (total != null) answer = answer.withHeader("X-Records-Available-Count", total);
    provider.server.stubFor(
        get(urlPathEqualTo(PATH)).withQueryParam("offset", equalTo(offset)).willReturn(answer));
  }

  private @Nullable Statement read(@Nullable String from) {
    return told(provider.wallet().statement(DAY, from));
  }

  private static List<String> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> transaction()).toList();
  }

  @Test
  void aDayOfMorocco() {
    page("0", List.of(transaction()), null);
    Statement.Line line =
        new Statement.Line(
            "T-88213", "JSR-7F3K2", Money.ofDirhams(45), Instant.parse("2026-11-20T10:00:01Z"));
    assertEquals(new Statement(List.of(line), null), read(null));
    var asked = provider.requests().getFirst();
    // Morocco is an hour ahead of UTC outside Ramadan.
    assertEquals("2026-11-19T23:00:00Z", asked.queryParameter("fromDateTime").firstValue());
    assertEquals("2026-11-20T23:00:00Z", asked.queryParameter("toDateTime").firstValue());
  }

  @Test
  void pagesFollowEachOther() {
    page("0", rows(50), null);
    page("50", rows(50), "101");
    page("100", rows(1), "101");
    assertEquals("50", next(read(null)));
    assertEquals("100", next(read("50")));
    assertNull(next(read("100")));
  }

  private static @Nullable String next(@Nullable Statement statement) {
    assertNotNull(statement);
    return statement.next();
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        Arguments.of("what is not booked", Map.of("completed", "pending"), 0),
        Arguments.of("what failed", Map.of("completed", "failed"), 0),
        Arguments.of("the day before", Map.of("11-20T10", "11-19T22"), 0),
        Arguments.of("the day after", Map.of("11-20T10", "11-20T23"), 0),
        Arguments.of("its first second", Map.of("11-20T10:00:01", "11-19T23:00:00"), 1),
        Arguments.of("an unknown word", Map.of("completed", "sleeping"), -1),
        Arguments.of("another currency", Map.of("MAD", "EUR"), -1),
        Arguments.of("no amount", Map.of("45.00", "x"), -1),
        Arguments.of("no date", Map.of("creationDate", "x"), -1),
        Arguments.of("no reference", Map.of("T-88213", ""), -1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatCannotBeReadMakesNoPage(String what, Map<String, String> other, int lines) {
    page("0", List.of(transaction(other)), null);
    Statement statement = read(null);
    assertEquals(lines, statement == null ? -1 : statement.lines().size(), what);
  }

  @Test
  void whatWasGivenBackIsNegative() {
    page("0", List.of(transaction(Map.of("merchantpay", "reversal"))), null);
    Statement statement = read(null);
    assertNotNull(statement);
    assertEquals(new Money(-4_500), statement.lines().getFirst().amount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "99999999", "500001"})
  void pagesOfNobodyAreNotAsked(String from) {
    assertNull(read(from));
    assertEquals(0, provider.requests().size());
  }

  @Test
  void whatIsNoListIsNone() {
    for (String body : List.of("{}", "<html>", "", "[1")) {
      provider.server.stubFor(get(urlPathEqualTo(PATH)).willReturn(json(200, body)));
      assertNull(read(null), body);
    }
    provider.server.stubFor(get(urlPathEqualTo(PATH)).willReturn(json(503, "[]")));
    assertNull(read(null));
  }
}
