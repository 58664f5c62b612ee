package ma.jisr.service.wallet.payee;

import java.util.Optional;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;

/**
 * The number of whoever is told of payments: sealed, and named so that the same one is known again.
 * Two are equal when they are of one number, however often it was sealed.
 *
 * @param name a pseudonym
 * @param sealed what only the deployment's key opens
 */
public record SealedPhone(String name, String sealed) {
  private static final String PURPOSE = "told";

  public static SealedPhone of(Msisdn number, Vault vault) {
    return new SealedPhone(name(number.digits(), vault), vault.seal(number.digits()));
  }

  /** The pseudonym of a number, E.164 without the plus. */
  static String name(String digits, Vault vault) {
    return vault.pseudonym(PURPOSE, digits);
  }

  /** The number, E.164 without the plus; empty when it is not this key's. */
  public Optional<String> digits(Vault vault) {
    return vault.open(sealed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedPhone phone && phone.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "SealedPhone[hidden]";
  }
}
