package ma.jisr.app.settings;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.Territory;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.cap.Alerts;
import ma.jisr.service.notices.cap.CapSource;
import ma.jisr.service.notices.cap.Signatory;

/** Reads {@code alerts}: whose alerts are taken, where they are put, and our own name in ours. */
final class AlertsReader {
  /** Weather, water, health, roads, and each province's own. */
  private static final int MOST_SOURCES = 100;

  /** Certificates of one source: this year's and the next. */
  private static final int MOST_CERTIFICATES = 5;

  private static final String EVERYWHERE = "everywhere";

  /** What needs no escape in an endpoint's address. */
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  private final Path folder;
  private final SigningReader signing;

  /**
   * @param folder where relative paths begin
   */
  AlertsReader(Path folder) {
    this.folder = folder;
    this.signing = new SigningReader(folder);
  }

  AlertSettings read(Section section) {
    String sender = section.text("sender", Alerts.NOBODY);
    if (!Alerts.SENDER.matcher(sender).matches())
      section.problem(
          "sender",
          "is neither a mail address nor a host's name",
          "Write for example sender: alertes@province.example");
    Optional<String> inbox = section.text("inbox");
    if (inbox.isPresent() && !FOLDER.matcher(inbox.get()).matches())
      section.problem(
          "inbox",
          "is not a folder of letters, digits, dots, dashes and slashes",
          "Write for example inbox: /var/spool/jisr-alerts");
    List<CapSource> sources = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Section one : section.sections("sources")) {
      Optional<CapSource> source = source(one);
      if (source.isEmpty()) continue;
      if (!taken.add(source.get().id()) || !taken.add(" " + source.get().sender()))
        one.problem("id", "or sender is used by two sources", "Give each its own");
      else sources.add(source.get());
    }
    if (sources.size() > MOST_SOURCES)
      section.problem("sources", "has more than " + MOST_SOURCES + " entries", "Remove some");
    Optional<Signatory> signatory =
        section.has("signing") ? signing.read(section.section("signing")) : Optional.empty();
    section.finish();
    return new AlertSettings(
        sender, inbox.map(name -> folder.resolve(name).normalize()), sources, signatory);
  }

  private Optional<CapSource> source(Section section) {
    String id = section.required("id", "Write for example id: meteo");
    String name = section.required("name", "Write the name that people read in each SMS");
    String sender = section.required("sender", "Write the sender that its alerts name");
    List<String> areas = section.words("areas");
    if (areas.isEmpty())
      section.problem(
          "areas", "is missing", "Name what its alerts may reach: [al-haouz], or [everywhere]");
    List<X509Certificate> certificates = new ArrayList<>();
    for (String file : section.words("certificates"))
      certificates.addAll(certificates(section, file));
    Optional<Topic> topic = topic(section);
    section.finish();
    try {
      Territory territory = areas.contains(EVERYWHERE) ? Territory.EVERYWHERE : Territory.of(areas);
      return Optional.of(new CapSource(id, name, sender, territory, certificates, topic));
    } catch (IllegalArgumentException e) {
      section.problem(
          "id", "does not describe a source: " + e.getMessage(), "See docs/notices.md, CAP");
      return Optional.empty();
    }
  }

  private static Optional<Topic> topic(Section section) {
    Optional<String> id = section.text("topic");
    if (id.isPresent() && Topic.of(id.get()).isEmpty())
      section.problem(
          "topic",
          "is none that people know",
          "Write one of " + Arrays.stream(Topic.values()).map(Topic::id).toList());
    return id.flatMap(Topic::of);
  }

  private List<X509Certificate> certificates(Section section, String name) {
    List<X509Certificate> found = signing.certificates(name);
    if (found.isEmpty() || found.size() > MOST_CERTIFICATES)
      section.problem(
          "certificates",
          "names a file without 1 to " + MOST_CERTIFICATES + " certificates: " + name,
          "Give PEM files of X.509 certificates");
    return found;
  }
}
