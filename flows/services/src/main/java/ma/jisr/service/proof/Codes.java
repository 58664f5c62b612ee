package ma.jisr.service.proof;

import java.math.BigInteger;
import java.util.Locale;
import ma.jisr.base.Vault;

/** Where the codes come from that prove who has a phone. */
@FunctionalInterface
public interface Codes {
  /** Digits of a code. */
  int LENGTH = 6;

  /** How many there are. */
  long ALL = 1_000_000;

  /**
   * The code of one wish: the same whenever it is asked for, so that it need not be kept anywhere,
   * and known to nobody beforehand.
   *
   * @param wish person, key of the call and what is wished
   */
  String of(String wish);

  /** Made under a key: the remainder of 256 bits, of which no code is likelier than another. */
  static Codes under(Vault vault) {
    return wish -> {
      long code =
          new BigInteger(1, vault.hash("code", wish)).mod(BigInteger.valueOf(ALL)).longValue();
      return String.format(Locale.ROOT, "%06d", code);
    };
  }
}
