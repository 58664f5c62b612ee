package ma.jisr.service.wallet.port;

import java.util.Set;

/**
 * What a provider has been shown to do, in a recorded test with it: set in the configuration, never
 * guessed.
 *
 * @param pushed the services in which the payer approves with the provider, whose prompt asks for
 *     the PIN; others are not offered
 * @param names whether it tells a payee's name
 * @param quotes whether it tells the fee beforehand
 * @param reverses whether it takes reversals
 * @param statements whether it gives a day's statement
 */
public record Capabilities(
    Set<Kind> pushed, boolean names, boolean quotes, boolean reverses, boolean statements) {
  public Capabilities {
    pushed = Set.copyOf(pushed);
  }
}
