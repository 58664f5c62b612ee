package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import ma.jisr.service.wallet.payment.Exchange.Act;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The state machine alone: any evidence in any state. */
final class MachineTest {
  private final Town town = new Town();

  private static Answer.Completed done() {
    return new Answer.Completed(new Facts("T1", null, null, null, false, null, null));
  }

  private List<Evidence> all(Payment payment) {
    UUID correlation = payment.active().correlation();
    int call = payment.calls();
    return List.of(
        new Evidence.Confirmed("k", Town.shown("ussd"), Duration.ZERO),
        new Evidence.Cancelled(),
        new Evidence.Expired(),
        new Evidence.Lost(),
        new Evidence.Postponed("down"),
        new Evidence.Withheld("sim"),
        new Evidence.Heard("content"),
        new Evidence.Settled(),
        new Evidence.GiveBack("b", "R-22222", "amina", new UUID(1, 1)),
        new Evidence.Ruled("op1", State.COMPLETED, null),
        new Evidence.Ruled("op2", State.FAILED, null),
        new Evidence.Answered(correlation, call, Act.STATUS, done(), true),
        new Evidence.Answered(correlation, call, Act.STATUS, done(), false),
        new Evidence.Answered(
            correlation, call, Act.SUBMIT, new Answer.Refused(Fault.LIMIT, "x"), true),
        new Evidence.Answered(
            correlation, call, Act.RECOVER, new Answer.Refused(Fault.LIMIT, "x"), true),
        new Evidence.Answered(correlation, call, Act.RECOVER, new Answer.Absent(), true),
        new Evidence.Answered(correlation, call, Act.SUBMIT, new Answer.Duplicate(), true),
        new Evidence.Answered(correlation, call, Act.SUBMIT, new Answer.Unknown("?"), true),
        new Evidence.Answered(correlation, call, Act.SUBMIT, new Answer.NotSent("x"), true),
        new Evidence.Answered(
            correlation, call, Act.SUBMIT, new Answer.Accepted("S1", null, 3), true),
        new Evidence.Answered(new UUID(9, 9), call, Act.SUBMIT, done(), true));
  }

  /** What may follow what, whatever comes; the journal ties and leads to the state. */
  @Test
  void anyEvidenceInAnyOrder() {
    String id = town.stored(town.quote(150).reference()).id();
    for (long seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Payment payment = Town.now(town.payments().get(id)).orElseThrow();
      Instant now = Town.TEN;
      for (int i = 0; i < 14; i++) {
        now = now.plusSeconds(1 + random.nextInt(40));
        Evidence evidence = next(payment, random, now);
        Payment after = Machine.apply(payment, evidence, now);
        assertTrue(allowed(payment.state(), after.state()), payment + " " + evidence + after);
        assertEquals(Optional.empty(), after.journal().flaw(id));
        assertEquals(after.state(), after.journal().entries().getLast().to());
        assertTrue(after.exchange().submits() >= 0);
        payment = after;
      }
    }
  }

  private Evidence next(Payment payment, SplittableRandom random, Instant now) {
    Act act = Plan.of(payment, now).act();
    if (act != null && random.nextBoolean()) return new Evidence.Calling(act);
    List<Evidence> all = all(payment);
    return all.get(random.nextInt(all.size()));
  }

  private static boolean allowed(State from, State to) {
    if (from == to) return true;
    return switch (from) {
      case CREATED -> List.of(State.SUBMITTING, State.CANCELLED, State.EXPIRED).contains(to);
      case CONFIRMED -> false;
      case SUBMITTING ->
          List.of(
                  State.PENDING,
                  State.COMPLETED,
                  State.FAILED,
                  State.UNKNOWN,
                  State.CANCELLED,
                  State.REVIEW)
              .contains(to);
      case PENDING ->
          List.of(State.COMPLETED, State.FAILED, State.UNKNOWN, State.REVIEW).contains(to);
      case UNKNOWN ->
          List.of(State.PENDING, State.COMPLETED, State.FAILED, State.REVIEW).contains(to);
      case REVIEW ->
          List.of(State.COMPLETED, State.FAILED, State.REVERSED, State.REVERSAL_FAILED)
              .contains(to);
      case COMPLETED -> to == State.REVERSAL_PENDING;
      case REVERSAL_PENDING ->
          List.of(State.REVERSED, State.REVERSAL_FAILED, State.REVIEW).contains(to);
      case REVERSAL_FAILED -> List.of(State.REVERSAL_PENDING, State.REVIEW).contains(to);
      case FAILED, EXPIRED, CANCELLED -> to == State.REVIEW;
      case REVERSED -> false;
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Reply.class,
      names = {"DONE", "REFUSE"})
  void theSameEvidenceTwiceChangesNothingMore(Reply reply) {
    Payment payment = town.stored(town.sent(reply));
    Answer answer = town.taken(payment.reference()).answer;
    Evidence said =
        new Evidence.Answered(
            payment.exchange().correlation(), payment.calls(), Act.SUBMIT, answer, true);
    assertEquals(payment, Machine.apply(payment, said, town.loop.now()));
    assertEquals(payment, Machine.apply(payment, new Evidence.Lost(), town.loop.now()));
  }

  /** Between two questions, seconds: 5, 10, 20, 40, 80, 3 min, 10 min, 1 h … */
  @ParameterizedTest
  @CsvSource({"0,5", "1,10", "2,20", "3,40", "4,80", "5,180", "6,600", "7,3600", "99,3600"})
  void delays(int tries, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), Schedule.delay(tries));
  }
}
