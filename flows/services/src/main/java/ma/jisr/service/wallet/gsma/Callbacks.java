package ma.jisr.service.wallet.gsma;

import org.jspecify.annotations.Nullable;

/**
 * How one provider calls back.
 *
 * @param provider its id
 * @param dated whether each call must say when it was made (X-Date): without, an old call told
 *     again is not known for one, and only asks the provider once more than needed
 * @param signed how calls are signed; null for not
 */
public record Callbacks(String provider, boolean dated, @Nullable SignedBy signed) {
  public Callbacks(String provider) {
    this(provider, true, null);
  }
}
