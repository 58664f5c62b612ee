package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.random.RandomGenerator;
import ma.jisr.base.Ulid;

/** New ids from one source of randomness. Callable from any thread. */
final class Ulids {
  private final RandomGenerator random;

  Ulids(RandomGenerator random) {
    this.random = random;
  }

  synchronized String next(Instant now) {
    byte[] octets = new byte[Ulid.RANDOM_LENGTH];
    random.nextBytes(octets);
    return Ulid.of(now, octets).text();
  }
}
