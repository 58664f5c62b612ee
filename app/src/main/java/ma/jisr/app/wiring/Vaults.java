package ma.jisr.app.wiring;

import java.util.random.RandomGenerator;
import ma.jisr.base.Vault;
import ma.jisr.gateway.session.Keys;

/** The vault of each part of Jisr, under a key of the part's own. */
@FunctionalInterface
public interface Vaults {
  /**
   * The vault of a part.
   *
   * @param part its name, for ever: another name is another key
   */
  Vault of(String part);

  /** Of a deployment's keys. */
  static Vaults of(Keys keys, RandomGenerator random) {
    return part -> new Vault(keys.part(part), random);
  }
}
