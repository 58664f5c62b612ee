package ma.jisr.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/** Reads {@code api} and {@code audit}. */
final class ApiReader {
  /** Beyond, ask whether a program should not keep a copy. */
  private static final int MOST_RATE = 10_000;

  /** The usual port of the administration's listener, where both are set. */
  private static final int ADMIN_PORT = 8082;

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  ApiReader(Path folder) {
    this.folder = folder;
  }

  ApiSettings read(Section root) {
    Section api = root.section("api");
    Optional<Listener> open = listener(api, "public", ApiSettings.PORT);
    Optional<Listener> admin = listener(api, "admin", ADMIN_PORT);
    ApiSettings off = ApiSettings.OFF;
    int token = (int) api.whole("token-rate", off.tokenRate(), 1, MOST_RATE);
    int address = (int) api.whole("address-rate", off.addressRate(), 1, MOST_RATE);
    Proxies proxies = ListenerReader.proxies(api);
    api.finish();
    Section audit = root.section("audit");
    Duration keep =
        audit.duration("keep", off.auditKeep(), Duration.ofDays(1), Duration.ofDays(3_650));
    audit.finish();
    return new ApiSettings(open, admin, token, address, proxies, keep);
  }

  private Optional<Listener> listener(Section api, String name, int port) {
    if (!api.has(name)) return Optional.empty();
    Section section = api.section(name);
    Listener listener = new ListenerReader(folder).read(section, port, "the tokens");
    section.finish();
    return Optional.of(listener);
  }
}
