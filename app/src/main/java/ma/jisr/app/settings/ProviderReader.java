package ma.jisr.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.service.wallet.gsma.Callbacks;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.Encryption;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.gsma.Progress;
import ma.jisr.service.wallet.gsma.SignedBy;
import ma.jisr.service.wallet.gsma.Signing;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code wallet.providers}. */
final class ProviderReader {
  private static final List<String> SERVICES =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  /** Characters of the record of a test: a date and a name. */
  private static final int MAX_TESTED = 80;

  private final Section section;
  private final Path folder;
  private final @Nullable URI callback;

  /**
   * @param folder where relative paths begin
   * @param callback where providers call back; null when they are only asked
   */
  ProviderReader(Section section, Path folder, @Nullable URI callback) {
    this.section = section;
    this.folder = folder;
    this.callback = callback;
  }

  /** Empty when it cannot be used; the problems have been told. */
  Optional<WalletSettings.Provider> read() {
    String id = section.required("id", "Write for example id: alpha");
    String name = section.required("name", "Write the name that its customers know");
    Optional<URI> base = CredentialsReader.address(section, "url");
    String organisation =
        section.required("organisation", "Write the id that the provider gave to you");
    Optional<Credentials> credentials = CredentialsReader.read(section);
    Capabilities capabilities = capabilities();
    String tested = tested(capabilities);
    Optional<Signing> signing = signing();
    Encryption encryption = encryption();
    Callbacks calls = calls(id);
    Optional<GsmaSettings> gsma = Optional.empty();
    try {
      if (base.isPresent() && credentials.isPresent())
        gsma =
            Optional.of(
                new GsmaSettings(
                    id,
                    name,
                    base.get(),
                    credentials.get(),
                    section.has("api-key") ? section.secret("api-key", "JISR_KEY").value() : null,
                    section.text("client-id").orElse(null),
                    organisation,
                    callback,
                    capabilities,
                    statuses(),
                    signing.orElse(null),
                    encryption,
                    section.duration(
                        "answer",
                        GsmaSettings.LONGEST_ANSWER,
                        Duration.ofSeconds(1),
                        GsmaSettings.LONGEST_ANSWER)));
    } catch (IllegalArgumentException e) {
      section.problem(
          "id", "does not describe a provider: " + e.getMessage(), "See docs/wallet.md");
    }
    section.finish();
    return gsma.map(settings -> new WalletSettings.Provider(settings, calls, tested));
  }

  private Capabilities capabilities() {
    Set<Kind> pushed =
        section.someOf("services", Set.of(), SERVICES).stream()
            .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    Set<String> can =
        section.someOf("can", Set.of(), List.of("names", "fees", "reversals", "statements"));
    return new Capabilities(
        pushed,
        can.contains("names"),
        can.contains("fees"),
        can.contains("reversals"),
        can.contains("statements"));
  }

  /** A service is offered only where somebody has seen that the payer approves it over there. */
  private String tested(Capabilities capabilities) {
    String tested = section.text("tested", "");
    if (!capabilities.pushed().isEmpty() && tested.isBlank())
      section.problem(
          "services",
          "are offered without a record of the test that showed them",
          "Write for example tested: \"2026-11-20, protocol 12\" (docs/wallet.md)");
    if (tested.length() > MAX_TESTED)
      section.problem(
          "tested", "is longer than " + MAX_TESTED + " characters", "Name date and protocol");
    return tested;
  }

  private Map<String, Progress> statuses() {
    if (!section.has("statuses")) return GsmaSettings.USUAL_STATUSES;
    Section words = section.section("statuses");
    Map<String, Progress> table = new HashMap<>();
    for (Progress progress : Progress.values())
      for (String word : words.words(progress.name().toLowerCase(Locale.ROOT)))
        table.put(word, progress);
    words.finish();
    return table;
  }

  private Optional<Signing> signing() {
    if (!section.has("signing")) return Optional.empty();
    Section signing = section.section("signing");
    String header = signing.required("header", "Write the header agreed with the provider");
    Secret key = signing.secret("key", "JISR_WALLET_JWK");
    signing.finish();
    try {
      return Optional.of(Signing.of(header, key.value()));
    } catch (IllegalArgumentException e) {
      signing.problem("key", "cannot be used: " + e.getMessage(), "Give a JWK of P-256");
      return Optional.empty();
    }
  }

  /** How it calls back: with a date unless it cannot, signed where that was agreed. */
  private Callbacks calls(String id) {
    if (!section.has("calls")) return new Callbacks(id);
    Section calls = section.section("calls");
    boolean dated = calls.flag("dated", true);
    Optional<String> header = calls.text("header");
    Optional<String> key = calls.text("key");
    calls.finish();
    try {
      if (header.isPresent() && key.isPresent())
        return new Callbacks(id, dated, SignedBy.of(header.get(), key.get()));
    } catch (IllegalArgumentException e) {
      calls.problem("key", "cannot be used: " + e.getMessage(), "Give its public JWK of P-256");
    }
    if (header.isPresent() != key.isPresent())
      calls.problem("header", "and key go together", "Give both, or neither");
    return new Callbacks(id, dated, null);
  }

  private Encryption encryption() {
    if (!section.has("tls")) return Encryption.USUAL;
    Section tls = section.section("tls");
    @Nullable Path authorities = file(tls, "authorities");
    @Nullable Path certificate = file(tls, "certificate");
    @Nullable Path key = file(tls, "key");
    tls.finish();
    if ((certificate == null) == (key == null))
      return new Encryption(authorities, certificate, key);
    tls.problem("key", "and certificate go together", "Give both, or neither");
    return Encryption.USUAL;
  }

  private @Nullable Path file(Section tls, String key) {
    return tls.text(key).map(folder::resolve).orElse(null);
  }
}
