package ma.jisr.service.notices.cap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeBook;
import ma.jisr.service.notices.notice.Status;

/**
 * Our notices as alerts, for whoever follows them: those that have gone out to places, whoever is
 * there. Tests and what is for groups alone are not published. Reads memory only.
 */
public final class Alerts {
  /** How long an alert stands in the index after it has begun. */
  public static final Duration LISTED = Duration.ofDays(30);

  /** Most alerts of the index, the newest ones. */
  public static final int MOST_LISTED = 100;

  /** What a sender of ours looks like: a mail address or a host's name. */
  public static final Pattern SENDER =
      Pattern.compile("([A-Za-z0-9._-]{1,64}@)?[A-Za-z0-9]([A-Za-z0-9.-]{0,98}[A-Za-z0-9])?");

  /** The sender where none is configured: good for trying out, unique nowhere. */
  public static final String NOBODY = "jisr@localhost";

  private final NoticeBook book;
  private final CapWriter writer;
  private final Atom atom;
  private final InstantSource clock;

  /**
   * @param sender by which our alerts name us, unique in the world: "alertes@province.example";
   *     like {@link #SENDER}
   * @param hazards whose words templates say
   * @param geocodes of the present gazetteer
   */
  public Alerts(
      NoticeBook book,
      String sender,
      Hazards hazards,
      Supplier<Gazetteer> gazetteer,
      Supplier<Geocodes> geocodes,
      InstantSource clock) {
    this.book = book;
    this.writer = new CapWriter(sender, hazards, gazetteer, geocodes, book::byId);
    this.atom = new Atom(sender);
    this.clock = clock;
  }

  /** Whether everybody may read a notice. */
  static boolean isPublic(Notice notice) {
    boolean placed = notice.facts().area().drawn() || !notice.facts().area().places().isEmpty();
    return notice.heard() && placed && notice.facts().status() != Status.TEST;
  }

  /** One of them as CAP 1.2; empty for what is not there, or not published. */
  public Optional<String> alert(String id) {
    return book.byId(id).filter(Alerts::isPublic).map(writer::write);
  }

  /** The index (Atom, RFC 4287), the newest first. */
  public String index() {
    Instant since = clock.instant().minus(LISTED);
    List<Notice> listed =
        book.heard().stream()
            .filter(Alerts::isPublic)
            .filter(one -> CapWriter.sent(one).isAfter(since))
            .sorted(Comparator.comparing(CapWriter::sent).reversed().thenComparing(Notice::id))
            .limit(MOST_LISTED)
            .toList();
    return atom.index(listed, writer);
  }
}
