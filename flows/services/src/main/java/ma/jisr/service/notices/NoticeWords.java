package ma.jisr.service.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.notices.notice.AreaNames;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.notices.notice.Words;
import ma.jisr.service.words.PhoneWords;
import ma.jisr.service.words.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * A notice as a phone tells it: what has happened, where, what to do, until when; who says so. An
 * official's own words stand in the languages in which they wrote them, a template's in the others.
 */
final class NoticeWords {
  private static final LocalText EXERCISE =
      PhoneWords.of("EXERCICE", "EXERCISE", "تمرين", "تمرين", "TAMRIN", "TAMRIN");
  private static final LocalText TEST =
      PhoneWords.of("TEST", "TEST", "تجربة", "تجربة", "TEST", "TEST");

  private final Hazards hazards;
  private final AreaNames areas;
  private final InstantSource clock;

  NoticeWords(Hazards hazards, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.hazards = hazards;
    this.areas = new AreaNames(gazetteer);
    this.clock = clock;
  }

  /** All that is told of it: the gist, the mark, who says so, and its code. */
  Map<String, Value> told(Notice notice) {
    Map<String, Value> told = gist(notice.facts());
    mark(notice.facts()).ifPresent(mark -> told.put("mark", new Value.Local(mark)));
    told.put("sender", new Value.Local(notice.facts().sender()));
    put(told, "sent", notice.started());
    put(told, "ended", notice.ended());
    told.put("number", new Value.Text(notice.code()));
    return told;
  }

  /** What has happened, where, what to do, until when. */
  Map<String, Value> gist(NoticeFacts facts) {
    Map<String, Value> gist = new HashMap<>();
    gist.put("what", new Value.Local(what(facts)));
    areas
        .of(facts.area())
        .ifPresent(
            name ->
                gist.put(
                    "place", new Value.Local(ShortName.of(name, NoticeOperations.PLACE_NAME))));
    advice(facts).ifPresent(advice -> gist.put("advice", new Value.Local(advice)));
    put(gist, "until", facts.until());
    return gist;
  }

  void put(Map<String, Value> values, String name, @Nullable Instant at) {
    if (at != null) values.put(name, new Value.Local(Moments.of(at, clock.instant())));
  }

  /** As a list names it: "Crue, 18h30". */
  Value.Item item(Notice notice) {
    LocalText what = what(notice.facts());
    LocalText until = Moments.of(notice.facts().until(), clock.instant());
    Map<Language, String> label = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String between = language == Language.AR || language == Language.ARY_ARAB ? "، " : ", ";
      String hour = between + until.in(language, false);
      String name = what.in(language, false);
      int most = NoticeOperations.LABEL - hour.length();
      label.put(language, ShortName.of(LocalText.same(name), most).in(Language.FR, false) + hour);
    }
    return Value.Item.of(notice.id(), new LocalText(label));
  }

  private LocalText what(NoticeFacts facts) {
    LocalText what = said(facts, hazard -> hazard.name(), Words::headline).orElseThrow();
    return ShortName.of(what, NoticeOperations.WHAT);
  }

  private Optional<LocalText> advice(NoticeFacts facts) {
    Template template = facts.template();
    return said(
            facts,
            hazard -> hazard.action(template == null ? "" : template.action()).text(),
            words -> words.instruction().isEmpty() ? words.description() : words.instruction())
        .map(advice -> ShortName.of(advice, NoticeOperations.ADVICE));
  }

  private Optional<LocalText> said(
      NoticeFacts facts, Function<Hazard, LocalText> ready, Function<Words, String> own) {
    Map<Language, String> all = new EnumMap<>(Language.class);
    Template template = facts.template();
    if (template != null)
      hazards
          .named(template.hazard())
          .ifPresent(hazard -> all.putAll(ready.apply(hazard).byLanguage()));
    facts
        .words()
        .forEach(
            (language, words) -> {
              String text = withoutStop(own.apply(words));
              if (text.isEmpty()) all.remove(language);
              else all.put(language, text);
            });
    return all.isEmpty() ? Optional.empty() : Optional.of(new LocalText(all));
  }

  private static String withoutStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  private static Optional<LocalText> mark(NoticeFacts facts) {
    if (facts.status() == Status.EXERCISE) return Optional.of(EXERCISE);
    if (facts.status() == Status.TEST) return Optional.of(TEST);
    return Optional.empty();
  }

  /** Whether it takes others back. */
  static boolean takesBack(Notice notice) {
    return notice.facts().kind() == Kind.CANCEL;
  }
}
