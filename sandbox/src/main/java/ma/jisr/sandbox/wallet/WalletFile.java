package ma.jisr.sandbox.wallet;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import ma.jisr.sandbox.world.OwnersFile;

/** The file by which whoever owns the data folder finds the running provider: address, secret. */
final class WalletFile {
  private static final String NAME = "wallet.json";

  private WalletFile() {}

  /**
   * Writes it.
   *
   * @return what removes it, if it is still the one of this run
   */
  static Runnable write(Path folder, int port, String secret) {
    var said =
        new JsonObject()
            .put("address", "http://127.0.0.1:" + port)
            .put("user", "jisr")
            .put("secret", secret)
            .encode();
    var file = new OwnersFile(folder.resolve(NAME));
    file.write(said);
    return () -> file.remove(said);
  }
}
