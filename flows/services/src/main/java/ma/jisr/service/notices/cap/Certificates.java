package ma.jisr.service.notices.cap;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The certificates by which alerts are believed, by the setting that names them, and until when
 * they hold. Immutable.
 */
public final class Certificates {
  /** How long before its end a certificate is spoken of: a new one is got in person. */
  public static final Duration NOTICE = Duration.ofDays(30);

  private final Map<String, List<X509Certificate>> all = new LinkedHashMap<>();

  /**
   * @param sources whose alerts are taken; those without a certificate have none that ends
   * @param signatory who signs ours, where somebody does
   */
  public Certificates(List<CapSource> sources, Optional<Signatory> signatory) {
    signatory.ifPresent(ours -> all.put("alerts.signing", List.of(ours.certificate())));
    for (CapSource source : sources)
      if (source.signs()) all.put("alerts.sources." + source.id(), source.certificates());
  }

  /** The settings that name some. */
  public Set<String> names() {
    return all.keySet();
  }

  /** Days until a setting's certificates have ended, without a gap; negative since they have. */
  public double daysLeft(String name, Instant now) {
    Duration left = Duration.between(now, end(all.getOrDefault(name, List.of()), now));
    return left.toMinutes() / (double) Duration.ofDays(1).toMinutes();
  }

  /** What somebody has to see to: a line for each setting whose certificates end soon, or have. */
  public List<String> warnings(Instant now) {
    List<String> warnings = new ArrayList<>();
    all.forEach(
        (name, certificates) -> {
          Instant end = end(certificates, now);
          String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
          if (end.equals(now)) warnings.add(name + ": no certificate is valid yet");
          else if (end.isBefore(now)) warnings.add(name + ": the certificate ended on " + day);
          else if (end.isBefore(now.plus(NOTICE)))
            warnings.add(
                "%s: the certificate ends in %d days, on %s"
                    .formatted(name, Duration.between(now, end).toDays(), day));
        });
    return warnings;
  }

  /**
   * Until when one of them is valid at each moment from now on; where none is now, when the last
   * one ended or, before all of them, now.
   */
  private static Instant end(List<X509Certificate> certificates, Instant now) {
    Instant end = now;
    Instant past = Instant.EPOCH;
    List<X509Certificate> byBeginning =
        certificates.stream().sorted(Comparator.comparing(X509Certificate::getNotBefore)).toList();
    for (X509Certificate one : byBeginning) {
      Instant until = one.getNotAfter().toInstant();
      if (!one.getNotBefore().toInstant().isAfter(end) && until.isAfter(end)) end = until;
      else if (until.isBefore(now) && until.isAfter(past)) past = until;
    }
    return end.isAfter(now) || past.equals(Instant.EPOCH) ? end : past;
  }
}
