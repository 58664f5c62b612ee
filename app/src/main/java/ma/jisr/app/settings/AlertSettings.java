package ma.jisr.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ma.jisr.service.notices.cap.Alerts;
import ma.jisr.service.notices.cap.CapSource;
import ma.jisr.service.notices.cap.Certificates;
import ma.jisr.service.notices.cap.Signatory;

/**
 * Alerts of the Common Alerting Protocol, taken and published.
 *
 * @param sender by which our own alerts name us
 * @param inbox the folder into which alerts are put; empty when none is watched
 * @param sources whose alerts are taken
 * @param signatory who signs our own; empty when nobody does
 */
public record AlertSettings(
    String sender, Optional<Path> inbox, List<CapSource> sources, Optional<Signatory> signatory) {
  /** Nobody's alerts are taken; ours are published under a name for trying out. */
  public static final AlertSettings NONE =
      new AlertSettings(Alerts.NOBODY, Optional.empty(), List.of(), Optional.empty());

  public AlertSettings {
    sources = List.copyOf(sources);
  }

  /** The certificates that it names. */
  public Certificates certificates() {
    return new Certificates(sources, signatory);
  }
}
