package ma.jisr.sandbox.wallet.payment;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The numbers that the provider gives. They differ from run to run: what was is not remembered. */
final class Numbers {
  private static final int FIRST_RECEIPT = 10_000;
  private static final int SPREAD = 80_000;
  private final RandomGenerator random;
  private final long run;
  private int last;
  private int receipt;

  Numbers(RandomGenerator random) {
    this.random = random;
    this.run = random.nextLong() & 0xFFFF_FFFFL;
    this.receipt = FIRST_RECEIPT + random.nextInt(SPREAD);
  }

  Payment.Ids next() {
    last++;
    return new Payment.Ids(
        "T%08X%05d".formatted(run, last),
        new UUID(random.nextLong(), random.nextLong()).toString());
  }

  /** The number of a receipt, as people read it. */
  String receipt() {
    receipt++;
    return Integer.toString(receipt);
  }
}
