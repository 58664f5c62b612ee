package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of each answer to a request to pay: by its shape, whatever its status. */
class SubmitTest {
  private static final String PATH = "/transactions/type/merchantpay";
  private static final Instant EXPIRY = Instant.parse("2026-11-20T10:05:00Z");

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  static Facts facts() {
    return new Facts(
        "T-88213",
        "88213",
        "JSR-7F3K2",
        Money.ofDirhams(45),
        false,
        Account.msisdn(Provider.PAYER),
        Account.organisation("merchant-baraka"));
  }

  private static Answer accepted() {
    return new Answer.Accepted(Provider.SERVER_ID, EXPIRY, 10);
  }

  private static Answer refused(Fault fault, String code) {
    return new Answer.Refused(fault, code);
  }

  private static Arguments row(int status, String body, Answer answer) {
    return Arguments.of(status, body, answer);
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        row(202, state("pending"), accepted()),
        row(200, state("Pending"), accepted()),
        row(202, state("completed"), accepted()),
        row(201, transaction(), new Answer.Completed(facts())),
        row(202, transaction(Map.of("completed", "COMPLETED")), new Answer.Completed(facts())),
        row(201, transaction(Map.of("completed", "pending")), new Answer.Accepted(null, null, 0)),
        row(201, transaction(Map.of("completed", "failed")), refused(Fault.OTHER, "failed")));
  }

  static Stream<Arguments> decidedAgainst() {
    return Stream.of(
        row(
            400,
            error("businessRule", "insufficientFunds"),
            refused(Fault.INSUFFICIENT_FUNDS, "insufficientFunds")),
        row(
            400,
            error("BusinessRule", "InsufficientFunds"),
            refused(Fault.INSUFFICIENT_FUNDS, "InsufficientFunds")),
        row(
            502,
            error("Business Rule", "dailyValueLimitExceeded"),
            refused(Fault.LIMIT, "dailyValueLimitExceeded")),
        row(
            400,
            error("businessRule", "maxBalanceExceeded"),
            refused(Fault.PAYEE_FULL, "maxBalanceExceeded")),
        row(
            400,
            error("businessRule", "samePartiesError"),
            refused(Fault.SAME_PARTIES, "samePartiesError")),
        row(
            400,
            error("businessRule", "greaterThanTransactionMaxValue"),
            refused(Fault.AMOUNT, "greaterThanTransactionMaxValue")),
        row(
            401,
            error("authorisation", "requestDeclined"),
            refused(Fault.DECLINED, "requestDeclined")),
        row(
            401,
            error("authorisation", "requestingPartyAuthorisationError"),
            refused(Fault.NOT_PERMITTED, "requestingPartyAuthorisationError")),
        row(
            404,
            error("identification", "identifierError"),
            refused(Fault.NO_ACCOUNT, "identifierError")),
        row(400, error("validation", "formatError"), refused(Fault.MALFORMED, "formatError")),
        row(400, error("businessRule", "brandNewReason"), refused(Fault.OTHER, "brandNewReason")),
        row(
            400,
            "{\"errorCode\":\"insufficientFunds\",\"errorDescription\":\"x\"}",
            refused(Fault.INSUFFICIENT_FUNDS, "insufficientFunds")),
        row(
            202,
            state("failed")
                .replace(
                    "\"pollLimit\"",
                    "\"error\":" + error("businessRule", "insufficientFunds") + ",\"pollLimit\""),
            refused(Fault.INSUFFICIENT_FUNDS, "insufficientFunds")),
        row(
            202,
            state("failed")
                .replace(
                    "\"pollLimit\"",
                    "\"errorReference\":"
                        + error("BusinessRule", "RequestDeclined")
                        + ",\"pollLimit\""),
            refused(Fault.DECLINED, "RequestDeclined")),
        row(202, state("failed"), refused(Fault.OTHER, "failed")));
  }

  static Stream<Arguments> thereAlready() {
    return Stream.of(
        row(400, error("businessRule", "duplicateRequest"), new Answer.Duplicate()),
        row(
            202,
            state("failed")
                .replace(
                    "\"pollLimit\"",
                    "\"error\":" + error("businessRule", "duplicateRequest") + ",\"pollLimit\""),
            new Answer.Duplicate()));
  }

  static Stream<Arguments> notLookedAt() {
    return Stream.of(
        row(
            401,
            error("authorisation", "clientAuthorisationError"),
            new Answer.NotProcessed("token refused", null)),
        row(401, "<html>", new Answer.NotProcessed("token refused", null)),
        row(
            401,
            error("authorisation", "tokenOfTheirs"),
            new Answer.NotProcessed("token refused", null)),
        row(429, "", new Answer.NotProcessed("too many requests", null)),
        row(
            400,
            error("businessRule", "rateLimitError"),
            new Answer.NotProcessed("too many requests", null)));
  }

  static Stream<Arguments> nobodyKnows() {
    return Stream.of(
        row(500, error("internal", "genericError"), new Answer.Unknown("error genericError")),
        row(
            500,
            error("internal", "insufficientFunds"),
            new Answer.Unknown("error insufficientFunds")),
        row(
            503,
            error("Service Unavailable", "genericError"),
            new Answer.Unknown("error genericError")),
        row(400, error("", "brandNewReason"), new Answer.Unknown("error brandNewReason")),
        row(400, error("theirs", "brandNewReason"), new Answer.Unknown("error brandNewReason")),
        row(201, transaction(Map.of("completed", "Booked!")), new Answer.Unknown("status Booked")),
        row(404, "", new Answer.Unknown("HTTP 404")),
        row(404, "<html>no such page</html>", new Answer.Unknown("HTTP 404")),
        row(200, "{}", new Answer.Unknown("HTTP 200")),
        row(200, "[]", new Answer.Unknown("HTTP 200")),
        row(201, "null", new Answer.Unknown("HTTP 201")),
        row(201, transaction() + transaction(), new Answer.Unknown("HTTP 201")),
        row(
            201,
            transaction(
                Map.of(
                    "{\"transactionReference\"",
                    "{\"errorCode\":\"insufficientFunds\",\"transactionReference\"")),
            new Answer.Unknown("HTTP 201")),
        row(202, "{\"link\":\"/transactions/T-88213\"}", new Answer.Unknown("HTTP 202")),
        row(302, "", new Answer.Unknown("HTTP 302")));
  }

  @ParameterizedTest
  @MethodSource({"taken", "decidedAgainst", "thereAlready", "notLookedAt", "nobodyKnows"})
  void whatIsSaid(int status, String body, Answer answer) {
    provider.posted(PATH, status, body);
    assertEquals(answer, told(provider.wallet().submit(order())));
    assertEquals(1, provider.requests().size());
  }

  @Test
  void saidAgainItIsTheSameRequest() {
    provider.posted(PATH, 202, state("pending"));
    GsmaWallet wallet = provider.wallet();
    told(wallet.submit(order()));
    told(wallet.submit(order()));
    LoggedRequest first = provider.requests().getFirst();
    LoggedRequest second = provider.requests().getLast();
    assertEquals(first.getBodyAsString(), second.getBodyAsString());
    for (String header : new String[] {"X-CorrelationID", "X-Callback-URL", "X-Content-Hash"})
      assertEquals(first.getHeader(header), second.getHeader(header), header);
  }

  @Test
  void whatCannotBeWrittenIsNotSent() {
    Order endless = Provider.order(Kind.AIRTIME, Account.organisation("airtime-a"), "1".repeat(65));
    assertEquals(
        new Answer.NotSent("cannot be written: IllegalArgumentException"),
        told(provider.wallet().submit(endless)));
  }
}
