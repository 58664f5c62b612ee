package ma.jisr.app.settings;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.gateway.channel.http.Authorities;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.web.Proxies;

/** Reads how it is shown that a request comes from a link's provider: {@code verify}. */
final class VerifierReader {
  private final Section link;
  private final String id;

  /**
   * @param id of the link
   */
  VerifierReader(Section link, String id) {
    this.link = link;
    this.id = id;
  }

  /** Nobody is believed without something that shows who they are. */
  Verifier read() {
    Section section = link.section("verify");
    List<Verifier> all = new ArrayList<>();
    if (section.has("secret")) secret(section).ifPresent(all::add);
    if (section.has("networks")) {
      Proxies networks = ListenerReader.networks(section, "networks");
      all.add(new Verifier.Networks(networks::trusts));
    }
    if (section.has("certificate")) certificate(section.section("certificate")).ifPresent(all::add);
    if (all.isEmpty() && !section.has("secret") && !section.has("certificate"))
      link.problem(
          "verify",
          "is missing: anybody could speak for anybody",
          "Write for example verify: {secret: \"${JISR_" + variable() + "}\", header: X-Secret}");
    section.finish();
    return all.isEmpty() ? new Verifier.Networks(address -> false) : new Verifier.All(all);
  }

  private String variable() {
    return id.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
  }

  private static Optional<Verifier> certificate(Section section) {
    Optional<Path> file = section.file("ca");
    String subject = section.required("subject", "Write whose certificate it is, as it says");
    String header = section.text("header", "");
    section.finish();
    List<X509Certificate> authorities =
        file.map(SigningReader::certificates).orElseGet(() -> List.of());
    if (authorities.isEmpty())
      section.problem(
          "ca",
          "names no file with certificates",
          "Give a PEM file of those who sign the provider's certificate, or of that itself");
    return authorities.isEmpty() || subject.isEmpty()
        ? Optional.empty()
        : Optional.of(new Verifier.Certificate(new Authorities(authorities), subject, header));
  }

  private Optional<Verifier> secret(Section section) {
    String value = section.secret("secret", "JISR_" + variable()).value();
    String in = section.oneOf("in", "header", List.of("header", "path", "signature"));
    String header = section.text("header", in.equals("signature") ? "X-Signature" : "X-Secret");
    String prefix = section.text("prefix", "");
    String hash = section.oneOf("hash", "sha256", List.of("sha1", "sha256", "sha512"));
    String written = section.oneOf("written", "hex", List.of("hex", "base64"));
    String base = section.text("url", "");
    if (value.length() < Verifier.Secret.LEAST) {
      if (!value.isEmpty())
        section.problem(
            "secret",
            "has fewer than " + Verifier.Secret.LEAST + " characters",
            "Make one with: openssl rand -hex 16");
      return Optional.empty();
    }
    if (in.equals("path") && !value.matches("[A-Za-z0-9._~-]+"))
      section.problem(
          "secret", "has signs that a path cannot hold", "Make one with: openssl rand -hex 16");
    Verifier.Secret secret = new Verifier.Secret(value);
    Verifier.Hash by = Verifier.Hash.valueOf(hash.toUpperCase(Locale.ROOT));
    return Optional.of(
        switch (in) {
          case "path" -> new Verifier.Path(secret);
          case "signature" ->
              base.isEmpty()
                  ? new Verifier.Body(header, prefix, by, written.equals("base64"), secret)
                  : new Verifier.Url(header, base, by, secret);
          default -> new Verifier.Header(header, secret);
        });
  }
}
