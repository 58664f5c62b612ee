package ma.jisr.service.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.place.Area;
import ma.jisr.service.Ports;
import ma.jisr.service.hotspots.AreaItems;
import ma.jisr.service.hotspots.PlaceFinder;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeBook;
import ma.jisr.service.notices.notice.NoticeCode;
import ma.jisr.service.notices.notice.State;

/** What anybody may ask: what is true at a place now, and whether a notice is true. From memory. */
final class ReadingAnswers {
  /** Changes of changes that are followed. */
  private static final int MOST_CHANGES = 20;

  private final Ports ports;
  private final PlaceFinder finder;
  private final NoticeBook book;
  private final NoticeWords words;

  ReadingAnswers(Ports ports, NoticeWords words) {
    this.ports = ports;
    this.finder = new PlaceFinder(ports.places(), ports.hotspots());
    this.book = ports.notices().book();
    this.words = words;
  }

  /** A notice by its code, else a place. A code is no place: it is not kept among the last ones. */
  OperationResult search(OperationRequest request) {
    String text = Requests.text(request, "text");
    String digits = Digits.western(text).strip();
    if (NoticeCode.looksLike(digits)) {
      Map<String, Value> fields =
          Map.of("kind", new Value.Text("notice"), "passing", new Value.Flag(true));
      return places("sure", List.of(new Value.Item(digits, LocalText.same(digits), fields)));
    }
    AreaItems items = new AreaItems(ports.gazetteer());
    String home =
        ports
            .gazetteer()
            .area(Requests.id(request, "near"))
            .flatMap(ports.gazetteer()::provinceOf)
            .map(Area::id)
            .orElse("");
    PlaceFinder.Found found = finder.find(text, home);
    Optional<Area> ofHotspot = found.hotspot().map(Hotspot::place).flatMap(ports.gazetteer()::area);
    if (ofHotspot.isPresent()) return places("sure", List.of(items.of(ofHotspot.get())));
    if (found.areas().isEmpty()) return places("none", List.of());
    if (found.sure()) return places("sure", List.of(items.of(found.areas().getFirst())));
    List<Value.Item> several = new ArrayList<>();
    for (Area area : found.areas()) several.add(items.inProvince(area));
    return places("several", several);
  }

  private static OperationResult places(String outcome, List<Value.Item> places) {
    return new OperationResult(outcome, Map.of("places", new Value.Items(places)));
  }

  /** What is true at the place, or at home. */
  OperationResult current(OperationRequest request) {
    String asked = Requests.id(request, "place");
    Optional<Area> here =
        ports.gazetteer().area(asked.isEmpty() ? Requests.id(request, "home") : asked);
    if (here.isEmpty()) return new OperationResult("unknown", Map.of());
    List<Notice> all = book.current(here.get().id(), ports.clock().instant());
    Map<String, Value> values = new HashMap<>();
    values.put("place", new Value.Local(here.get().name()));
    values.put("here", new AreaItems(ports.gazetteer()).of(here.get()));
    List<Value.Item> items = all.stream().limit(NoticeOperations.LISTED).map(words::item).toList();
    values.put("notices", new Value.Items(items));
    if (items.size() == 1) values.put("notice", items.getFirst());
    String outcome = items.isEmpty() ? "none" : items.size() == 1 ? "one" : "several";
    return new OperationResult(outcome, values);
  }

  OperationResult show(OperationRequest request) {
    Instant now = ports.clock().instant();
    return book.byId(Requests.id(request, "notice"))
        .filter(notice -> notice.current(now))
        .map(notice -> new OperationResult("found", words.told(notice)))
        .orElseGet(() -> new OperationResult("gone", Map.of()));
  }

  /** A notice that never went out is as unknown as one that nobody has written. */
  OperationResult verify(OperationRequest request) {
    String code = Digits.western(Requests.text(request, "code")).strip();
    Optional<Notice> known = book.byCode(code).filter(Notice::heard);
    if (known.isEmpty())
      return new OperationResult(NoticeCode.isCode(code) ? "unknown" : "wrong", Map.of());
    Notice notice = known.get();
    Optional<Notice> last = newest(notice);
    if (last.isPresent() && NoticeWords.takesBack(last.get()))
      return cancelled(notice, Optional.ofNullable(last.get().started()));
    if (notice.state() == State.CANCELLED)
      return cancelled(notice, Optional.ofNullable(notice.ended()));
    if (last.isPresent()) return new OperationResult("changed", words.told(last.get()));
    if (NoticeWords.takesBack(notice))
      return cancelled(notice, Optional.ofNullable(notice.started()));
    boolean over = !ports.clock().instant().isBefore(notice.facts().until());
    return new OperationResult(over ? "over" : "confirmed", words.told(notice));
  }

  private OperationResult cancelled(Notice notice, Optional<Instant> when) {
    Map<String, Value> told = words.told(notice);
    when.ifPresent(at -> words.put(told, "ended", at));
    return new OperationResult("cancelled", told);
  }

  /** What has changed it last, or what has changed that. */
  private Optional<Notice> newest(Notice notice) {
    Optional<Notice> newest = Optional.empty();
    List<Notice> followers = book.followers(notice.id());
    for (int deep = 0; deep < MOST_CHANGES && !followers.isEmpty(); deep++) {
      newest = followers.stream().max(Comparator.comparing(one -> one.facts().from()));
      followers = book.followers(newest.get().id());
    }
    return newest;
  }
}
