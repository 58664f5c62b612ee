package ma.jisr.sandbox.phone;

import java.math.BigDecimal;

/**
 * What a phone has cost its owner so far.
 *
 * @param presses keys pressed, by {@link KeyPad}
 * @param price in dirhams
 */
public record Account(int presses, BigDecimal price) {
  /** Nothing so far. */
  public static final Account NOTHING = new Account(0, new BigDecimal("0.00"));

  Account pressed(int more) {
    return new Account(presses + more, price);
  }

  Account paid(BigDecimal more) {
    return new Account(presses, price.add(more));
  }
}
