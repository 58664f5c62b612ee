package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The breaker before requests to pay: says no at once, and yes again after its pause. */
class GuardTest {
  private static final String PATH = "/transactions/type/merchantpay";
  private static final Answer SHUT = new Answer.NotSent("the breaker is open");

  private final Provider provider = new Provider();
  private final GsmaWallet wallet = provider.wallet();

  @AfterEach
  void close() {
    provider.close();
  }

  private Answer submit() {
    return told(wallet.submit(order()));
  }

  private void shut() {
    provider.posted(PATH, 500, "");
    for (int i = 0; i < 5; i++) assertInstanceOf(Answer.Unknown.class, submit());
    assertEquals(SHUT, submit());
    assertEquals(5, provider.requests().size());
  }

  @Test
  void whenHalfGetNoAnswerNoneIsSent() {
    shut();
    provider.got("/heartbeat", 200, "{\"serviceStatus\":\"available\"}");
    assertEquals(Health.DOWN, told(wallet.health()));
  }

  @Test
  void itOpensAgain() {
    shut();
    provider.clock.step(Guard.PAUSE.plus(Duration.ofMillis(1)));
    provider.posted(PATH, 202, state("pending"));
    provider.got("/heartbeat", 200, "{\"serviceStatus\":\"available\"}");
    assertEquals(Health.UP, told(wallet.health()));
    for (int i = 0; i < 10; i++) assertInstanceOf(Answer.Accepted.class, submit());
  }

  @Test
  void itStaysShutWhenTriesFail() {
    shut();
    provider.clock.step(Guard.PAUSE.plus(Duration.ofMillis(1)));
    for (int i = 0; i < 3; i++) assertInstanceOf(Answer.Unknown.class, submit());
    assertEquals(SHUT, submit());
  }

  @Test
  void refusalsAreAnswers() {
    provider.posted(PATH, 400, error("businessRule", "insufficientFunds"));
    for (int i = 0; i < 30; i++) assertInstanceOf(Answer.Refused.class, submit());
  }

  @Test
  void whatWasNotLookedAtSaysNothing() {
    provider.posted(PATH, 429, "");
    for (int i = 0; i < 30; i++) assertInstanceOf(Answer.NotProcessed.class, submit());
  }

  @Test
  void questionsPassAllTheSame() {
    shut();
    provider.got("/transactions/T-88213", 200, Provider.transaction());
    assertInstanceOf(Answer.Completed.class, told(wallet.status(order(), null, "T-88213")));
  }
}
