package ma.jisr.service.notices.cap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.area.Polygon;
import ma.jisr.service.notices.notice.CapWord;
import ma.jisr.service.notices.notice.Category;
import ma.jisr.service.notices.notice.Certainty;
import ma.jisr.service.notices.notice.Gravity;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Origin;
import ma.jisr.service.notices.notice.Response;
import ma.jisr.service.notices.notice.Severity;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Urgency;
import ma.jisr.service.notices.notice.Words;
import org.jspecify.annotations.Nullable;

/** What an alert makes as a notice. */
final class CapNotice {
  /** How long an alert is true that does not say until when: CAP 1.2 (3.2.2) leaves it to us. */
  static final Duration USUAL = Duration.ofHours(24);

  private CapNotice() {}

  /** Until when an alert is true. */
  static Instant until(CapAlert alert) {
    for (CapAlert.Info info : alert.infos()) {
      Instant expires = info.expires();
      if (expires != null) return expires;
    }
    return alert.sent().plus(USUAL);
  }

  /**
   * Whether its words fit, or can be shortened by whole sentences: else somebody has to look at
   * them.
   */
  static boolean isWhole(CapAlert alert) {
    return alert.infos().stream()
        .filter(info -> info.ours().isPresent())
        .allMatch(info -> headline(info).whole() && instruction(info).whole());
  }

  private static Shortened headline(CapAlert.Info info) {
    String line = info.headline().isEmpty() ? info.event() : info.headline();
    return Shortened.to(Words.MAX_HEADLINE, line);
  }

  private static Shortened instruction(CapAlert.Info info) {
    return Shortened.to(Words.MAX_INSTRUCTION, info.instruction());
  }

  private static Map<Language, Words> words(CapAlert alert) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (CapAlert.Info info : alert.infos()) {
      Shortened more = Shortened.to(Words.MAX_DESCRIPTION, info.description());
      info.ours()
          .ifPresent(
              language ->
                  words.put(
                      language,
                      new Words(headline(info).text(), more.text(), instruction(info).text())));
    }
    return words;
  }

  /**
   * @param alert that says something
   * @param kind what it does here: an update of what nobody has heard is an alert
   * @param references ids of the notices that it changes or takes back
   * @throws IllegalArgumentException naming what a notice cannot hold
   */
  static NoticeFacts facts(
      CapAlert alert, CapSource source, Kind kind, List<String> references, Geocodes codes) {
    CapAlert.Info first = alert.infos().getFirst();
    Category category = category(first.categories());
    Instant effective = first.effective();
    return new NoticeFacts(
        kind,
        CapWord.in(Status.class, alert.status()).orElse(Status.ACTUAL),
        source.topic().orElseGet(() -> topic(category)),
        category,
        new Gravity(
            CapWord.in(Severity.class, first.severity()).orElse(Severity.UNKNOWN),
            CapWord.in(Urgency.class, first.urgency()).orElse(Urgency.UNKNOWN),
            CapWord.in(Certainty.class, first.certainty()).orElse(Certainty.UNKNOWN)),
        first.responses().stream()
            .flatMap(word -> CapWord.in(Response.class, word).stream())
            .findFirst()
            .orElse(Response.NONE),
        null,
        words(alert),
        area(alert, codes),
        effective == null ? alert.sent() : effective,
        until(alert),
        references,
        LocalText.same(source.name()),
        origin(alert, source));
  }

  static Origin origin(CapAlert alert, CapSource source) {
    return new Origin(source.actor().id(), alert.sender(), alert.identifier(), alert.sent());
  }

  /** The first that CAP lists: an alert may have several, a notice has one. */
  private static Category category(Set<String> words) {
    for (Category category : Category.values())
      if (words.contains(CapWord.of(category))) return category;
    return Category.OTHER;
  }

  private static Topic topic(Category category) {
    return switch (category) {
      case MET -> Topic.WEATHER;
      case HEALTH -> Topic.HEALTH;
      case TRANSPORT -> Topic.ROADS;
      default -> Topic.OTHER;
    };
  }

  /** All that the alert draws and all that its codes name; its infos agree on it. */
  private static Area area(CapAlert alert, Geocodes geocodes) {
    Set<String> places = new LinkedHashSet<>();
    List<Polygon> polygons = new ArrayList<>();
    List<Circle> circles = new ArrayList<>();
    for (CapAlert.Place place : alert.infos().getFirst().areas()) {
      polygons.addAll(place.polygons());
      circles.addAll(place.circles());
      int before = places.size();
      for (CapAlert.Code code : place.codes())
        geocodes.place(code.system(), code.value()).ifPresent(places::add);
      boolean drawn = !place.polygons().isEmpty() || !place.circles().isEmpty();
      if (!drawn && places.size() == before && !known(place, geocodes))
        throw new IllegalArgumentException("area: one has no shape and no code that we know");
    }
    return new Area(places, polygons, circles, Set.of(), name(alert));
  }

  private static boolean known(CapAlert.Place place, Geocodes geocodes) {
    return place.codes().stream()
        .anyMatch(code -> geocodes.place(code.system(), code.value()).isPresent());
  }

  /** What the alert calls its area, in each language; null when it is not called anything. */
  private static @Nullable LocalText name(CapAlert alert) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (CapAlert.Info info : alert.infos()) {
      String all =
          info.areas().stream()
              .map(CapAlert.Place::name)
              .filter(name -> !name.isEmpty())
              .collect(Collectors.joining(", "));
      if (info.ours().isPresent() && !all.isEmpty())
        names.put(info.ours().get(), Shortened.to(Area.MAX_NAME, all).text());
    }
    return names.isEmpty() ? null : new LocalText(names);
  }
}
