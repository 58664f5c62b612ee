package ma.jisr.sandbox.phone;

import java.math.BigDecimal;

/**
 * What the network takes from a phone, in dirhams.
 *
 * @param smsMo a segment sent
 * @param ussd a dialled code
 */
public record Tariff(BigDecimal smsMo, BigDecimal ussd) {
  /** 1.00 a segment, USSD free: the figures of the sample configuration. */
  public static final Tariff USUAL = new Tariff(new BigDecimal("1.00"), new BigDecimal("0.00"));
}
