package ma.jisr.gateway.session;

import ma.jisr.gateway.unresolved.Secrets;

/** The review list's secrets, made under the deployment's keys. Callable from any thread. */
public record ReviewSecrets(Keys keys) implements Secrets {
  @Override
  public String who(String words, String person) {
    return keys.among(words, person);
  }

  @Override
  public String seal(String block, byte[] plain) {
    return keys.sealer().seal(keys.block(block), block, plain);
  }

  @Override
  public byte[] open(String block, String sealed) {
    return keys.sealer().open(keys.block(block), block, sealed);
  }
}
