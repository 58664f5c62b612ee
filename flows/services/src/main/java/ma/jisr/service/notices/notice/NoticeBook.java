package ma.jisr.service.notices.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ma.jisr.base.text.Digits;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Areas;

/**
 * All notices in memory: by code, by id, and those that are true somewhere now. Readers never wait;
 * a change is there for the next of them. Safe on any thread.
 */
public final class NoticeBook extends Book<Notice, NoticeTable> {
  private static final Comparator<Notice> GRAVEST_FIRST =
      Comparator.comparing((Notice notice) -> !notice.extreme())
          .thenComparing(notice -> notice.facts().gravity().severity())
          .thenComparing(notice -> notice.facts().from(), Comparator.reverseOrder())
          .thenComparing(Notice::id);

  private final Supplier<Gazetteer> gazetteer;

  /**
   * @param gazetteer the present one
   */
  public NoticeBook(Supplier<Gazetteer> gazetteer) {
    super(NoticeTable::new);
    this.gazetteer = gazetteer;
  }

  public Optional<Notice> byId(String id) {
    return Optional.ofNullable(sorted().byId(id));
  }

  /** The notice of an INFO code, digits of any script; also one that never went out. */
  public Optional<Notice> byCode(String code) {
    return Optional.ofNullable(sorted().byCode(Digits.western(code).strip()));
  }

  /**
   * What is true at a place now, the gravest first, then the newest: what names the place, an area
   * in which it lies or a village in it, and what is drawn around it. Tests are left out, and so is
   * what has been changed or taken back since; what is for groups alone is nobody else's.
   *
   * @param place an id of the gazetteer
   */
  public List<Notice> current(String place, Instant now) {
    return current(now).stream().filter(one -> reaches(one.facts().area(), place)).toList();
  }

  /** The same of all places: what is published. */
  public List<Notice> current(Instant now) {
    NoticeTable table = sorted();
    List<Notice> found = new ArrayList<>();
    for (Versioned<Notice> kept : table.all()) {
      Notice notice = kept.thing();
      if (!notice.current(now) || notice.facts().status() == Status.TEST) continue;
      if (table.followers(notice.id()).isEmpty()) found.add(notice);
    }
    found.sort(GRAVEST_FIRST);
    return found;
  }

  /** All that have gone out, or begun to, the newest first: an archive's index. */
  public List<Notice> heard() {
    return sorted().all().stream()
        .map(Versioned::thing)
        .filter(Notice::heard)
        .sorted(Comparator.comparing((Notice one) -> one.facts().from()).reversed())
        .toList();
  }

  /** Those that have changed a notice or taken it back, and have begun to go out. */
  public List<Notice> followers(String id) {
    return sorted().followers(id).stream().flatMap(one -> byId(one).stream()).toList();
  }

  /** Emergencies that went at once and that nobody has looked at since. */
  public List<Notice> unreviewed() {
    return sorted().all().stream().map(Versioned::thing).filter(Notice::unreviewed).toList();
  }

  /** What still has something left to be done. */
  public List<Notice> open() {
    return sorted().all().stream().map(Versioned::thing).filter(Notice::open).toList();
  }

  private boolean reaches(Area area, String place) {
    Gazetteer known = gazetteer.get();
    List<String> way = known.way(place);
    Set<String> named = area.places();
    for (String id : way) if (named.contains(id)) return true;
    for (String id : named) if (known.way(id).contains(place)) return true;
    if (!area.drawn()) return false;
    Optional<Place> found = known.place(place);
    return found.isPresent()
        && area.shapes().stream()
            .anyMatch(shape -> shape.metresTo(found.get().point()) <= Areas.BUFFER);
  }
}
