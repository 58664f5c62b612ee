package ma.jisr.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/** Reads {@code api} and {@code audit}. */
final class ApiReader {
  /** Beyond, ask whether a program should not keep a copy. */
  private static final int MOST_RATE = 10_000;

  /** The usual port of the administration's listener, where both are set. */
  private static final int ADMIN_PORT = 8082;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

  /** What stands beside a code in one message. Characters. */
  private static final int LONGEST_NAME = 36;

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
    Optional<String> name = name(api, open.isPresent() || admin.isPresent());
    api.finish();
    Section audit = root.section("audit");
    Duration keep =
        audit.duration("keep", off.auditKeep(), Duration.ofDays(1), Duration.ofDays(3_650));
    audit.finish();
    return new ApiSettings(open, admin, token, address, proxies, keep, name);
  }

  /** How people write it who read a page of it, as an SMS tells them. */
  private static Optional<String> name(Section api, boolean served) {
    Optional<String> name = api.text("address");
    if (name.isEmpty()) return name;
    if (!NAME.matcher(name.get()).matches() || name.get().length() > LONGEST_NAME)
      api.problem(
          "address",
          "is no host that fits a message: up to " + LONGEST_NAME + " characters, without https://",
          "Write for example address: jisr.example.ma");
    if (!served)
      api.problem("address", "stands without a listener", "Write public: too, or remove it");
    return name;
  }

  private Optional<Listener> listener(Section api, String name, int port) {
    if (!api.has(name)) return Optional.empty();
    Section section = api.section(name);
    Listener listener = new ListenerReader(folder).read(section, port, "the tokens");
    section.finish();
    return Optional.of(listener);
  }
}
