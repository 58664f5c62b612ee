package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is learnt of an order by asking. */
class LookingTest {
  private static final String STATE = "/requeststates/" + Provider.SERVER_ID;
  private static final Answer.Accepted WAITING =
      new Answer.Accepted(Provider.SERVER_ID, Instant.parse("2026-11-20T10:05:00Z"), 10);

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  private Answer byServer() {
    return told(provider.wallet().status(order(), Provider.SERVER_ID, null));
  }

  private Answer byTransaction() {
    return told(provider.wallet().status(order(), Provider.SERVER_ID, "T-88213"));
  }

  @Test
  void aRequestThatIsDoneIsReadOn() {
    provider.got(STATE, 200, state("pending"));
    assertEquals(WAITING, byServer());
    provider.got(STATE, 200, state("Completed")).got("/transactions/T-88213", 200, transaction());
    assertEquals(new Answer.Completed(SubmitTest.facts()), byServer());
    provider.got(STATE, 200, state("completed").replace("T-88213", "/transactions/T-88213"));
    assertEquals(new Answer.Completed(SubmitTest.facts()), byServer());
  }

  @Test
  void doneWithoutAReferenceIsAskedByOurOwnId() {
    provider.got(STATE, 200, state("completed").replace("T-88213", ""));
    String ours = "/responses/" + Provider.CORRELATION;
    provider.got(ours, 404, error("identification", "identifierError"));
    assertEquals(new Answer.Absent(), byServer());
    provider.got(ours, 200, "{\"link\":\"" + STATE + "\"}");
    assertEquals(WAITING, byServer());
    provider.got(ours, 200, "{\"link\":\"/transactions/T-88213\"}");
    provider.got("/transactions/T-88213", 200, transaction());
    assertEquals(new Answer.Completed(SubmitTest.facts()), byServer());
  }

  @Test
  void doneButNotReadIsNotDone() {
    provider.got(STATE, 200, state("completed")).got("/transactions/T-88213", 500, "");
    assertEquals(new Answer.Unknown("HTTP 500"), byServer());
    provider.got("/transactions/T-88213", 404, error("identification", "identifierError"));
    assertEquals(new Answer.Absent(), byServer());
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(404, error("identification", "identifierError"), new Answer.Absent()),
        Arguments.of(404, error("Identification", "IdentifierError"), new Answer.Absent()),
        Arguments.of(404, "", new Answer.Unknown("HTTP 404")),
        Arguments.of(404, "<html>", new Answer.Unknown("HTTP 404")),
        Arguments.of(
            401,
            error("authorisation", "clientAuthorisationError"),
            new Answer.Unknown("HTTP 401")),
        // refuses the question, not the payment
        Arguments.of(
            400, error("businessRule", "insufficientFunds"), new Answer.Unknown("HTTP 400")),
        Arguments.of(
            503, error("serviceUnavailable", "genericError"), new Answer.Unknown("HTTP 503")),
        Arguments.of(200, "{}", new Answer.Unknown("HTTP 200")),
        Arguments.of(200, "[" + transaction() + "]", new Answer.Unknown("HTTP 200")),
        Arguments.of(
            200,
            transaction(Map.of("T-88213", "T-99999")),
            new Answer.Unknown("another transaction")));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsNotSaidIsNotKnown(int status, String body, Answer answer) {
    provider.got("/transactions/T-88213", status, body);
    assertEquals(answer, byTransaction());
  }

  @Test
  void whoIsNotReachedHasSaidNothing() {
    provider.broken(Fault.CONNECTION_RESET_BY_PEER);
    assertInstanceOf(Answer.Unknown.class, byTransaction());
    assertInstanceOf(Answer.Unknown.class, byServer());
    assertInstanceOf(Answer.Unknown.class, told(provider.wallet().recover(order())));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("the same", transaction(), true),
        Arguments.of("no trailing zeros", transaction(Map.of("45.00", "45")), true),
        Arguments.of("a number", transaction(Map.of("\"45.00\"", "45.0")), true),
        Arguments.of("of national form", transaction(Map.of("+212600000001", "0600000001")), true),
        Arguments.of("named otherwise", transaction(Map.of("msisdn", "walletid")), true),
        Arguments.of("case23_amount", transaction(Map.of("45.00", "45.01")), false),
        Arguments.of("case23_parts", transaction(Map.of("45.00", "45.001")), false),
        Arguments.of("case23_nonsense", transaction(Map.of("45.00", "4,5e1")), false),
        Arguments.of("case23_currency", transaction(Map.of("MAD", "EUR")), false),
        Arguments.of("case23_payer", transaction(Map.of("00000001", "00000009")), false),
        Arguments.of("case23_payee", transaction(Map.of("baraka", "atlas")), false),
        Arguments.of("case23_reference", transaction(Map.of("JSR-7F3K2", "JSR-7F3K3")), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void whatWasPaidIsHeldAgainstWhatWasOrdered(String what, String body, boolean agree) {
    provider.got("/transactions/T-88213", 200, body);
    Answer.Completed done = assertInstanceOf(Answer.Completed.class, byTransaction());
    assertEquals(agree, done.facts().agree(order()), what);
  }

  @Test
  void whatIsGivenBackNamesNoParties() {
    String path = "/transactions/T-88213/reversals";
    String back =
        transaction(
            Map.of(
                "\"type\":\"merchantpay\"",
                "\"type\":\"reversal\"," + "\"originalTransactionReference\":\"T-88213\"",
                "{\"transactionReference\":\"T-88213\"",
                "{\"transactionReference\":\"T-90000\""));
    provider.posted(path, 201, back);
    Answer answer = told(provider.wallet().reverse(UUID.randomUUID(), order(), "T-88213"));
    assertEquals(
        new Answer.Completed(
            new Facts("T-90000", "88213", "JSR-7F3K2", Money.ofDirhams(45), false, null, null)),
        answer);
    provider.posted(path, 400, error("businessRule", "incorrectState"));
    assertInstanceOf(
        Answer.Refused.class,
        told(provider.wallet().reverse(UUID.randomUUID(), order(), "T-88213")));
  }

  /** What a provider names is one segment of a path of ours. */
  @Test
  void referencesLeadNowhereElse() {
    for (String reference : new String[] {"../admin", "a/b?c#d", "%2e%2e", "é", "a b"}) {
      provider.got(
          "/transactions/" + Paths.segment(reference),
          404,
          error("identification", "identifierError"));
      assertEquals(
          new Answer.Absent(), told(provider.wallet().status(order(), null, reference)), reference);
    }
    assertTrue(provider.requests().stream().allMatch(r -> r.getUrl().startsWith(Provider.MM)));
    assertFalse(Paths.sound(".."));
    assertFalse(Paths.sound("."));
    assertFalse(Paths.sound("a\r\nb"));
    assertFalse(Paths.sound("x".repeat(257)));
    assertEquals(Account.Type.MSISDN, order().payer().type());
  }
}
