package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the order of sending, answers, callbacks, questions, deaths and time-outs: the
 * provider's ledger is what we say was paid less what was given back, and nobody has paid anything
 * twice.
 */
final class PaymentsPropertyTest {
  private static final int SEEDS = Integer.getInteger("jisr.test.seeds", 20);

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLedgerIsWhatWeSay(long seed) {
    Bazaar bazaar = new Bazaar(seed);
    bazaar.run();
    bazaar.end();
  }

  /** The mornings are worth something only if much happens in them. */
  @Test
  void muchHappens() {
    Map<State, Integer> ends = new EnumMap<>(State.class);
    int sentAgain = 0;
    for (long seed = 1_000; seed < 1_006; seed++) {
      Bazaar bazaar = new Bazaar(seed);
      bazaar.run();
      bazaar.end();
      for (Payment payment : bazaar.payments()) {
        ends.merge(payment.state(), 1, Integer::sum);
        if (payment.exchange().submits() > 1) sentAgain++;
      }
    }
    assertTrue(ends.keySet().size() >= 5, ends.toString());
    assertTrue(ends.getOrDefault(State.COMPLETED, 0) >= 10, ends.toString());
    assertTrue(ends.getOrDefault(State.REVERSED, 0) >= 3, ends.toString());
    assertTrue(sentAgain >= 1, "sent again " + sentAgain);
  }
}
