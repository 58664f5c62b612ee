package ma.jisr.service.challenges.register;

import java.util.Optional;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.Bounds;

/**
 * Who answers for a challenge, as its owner or its key partner: a name that people are told, and a
 * number that they are not. Two are equal when name and number are, however often it was sealed.
 *
 * @param name of a person, an association, an office; at most {@link #MAX_NAME} characters
 * @param who a pseudonym of the number, by which its holder is known again
 * @param sealed the number as only the deployment's key opens it
 */
public record Keeper(String name, String who, String sealed) {
  /** Longest name: one line of a message in Arabic letters. */
  public static final int MAX_NAME = 40;

  private static final String PURPOSE = "keeper";

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public Keeper {
    Bounds.line("name", name, MAX_NAME);
  }

  public static Keeper of(String name, Msisdn number, Vault vault) {
    return new Keeper(name, who(number.digits(), vault), vault.seal(number.digits()));
  }

  /** The pseudonym of whoever has a number, E.164 without the plus. */
  public static String who(String digits, Vault vault) {
    return vault.pseudonym(PURPOSE, digits);
  }

  /** The number, E.164 without the plus; empty when it is not this key's. */
  public Optional<String> digits(Vault vault) {
    return vault.open(sealed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Keeper keeper && keeper.who.equals(who) && keeper.name.equals(name);
  }

  @Override
  public int hashCode() {
    return who.hashCode();
  }

  @Override
  public String toString() {
    return "Keeper[hidden]";
  }
}
