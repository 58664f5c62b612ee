package ma.jisr.service.notices.notice;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.words.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * The SMS of a notice, one text a language: what it is, where, what to do, until when, who says so,
 * how to check it and, but for extreme alerts, how to hear no more. Own words stand where they were
 * written, a template's elsewhere; nothing is translated. A description goes first where a text
 * gets too long, an instruction never.
 */
public final class Wording {
  /** Most segments of one text: what basic phones join dependably. */
  public static final int MOST_SEGMENTS = 2;

  /** From this many days away an hour is told with its date. */
  private static final int DAYS_BY_NAME = 6;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);

  private final Hazards hazards;
  private final Renderer renderer;
  private final AreaNames names;

  /**
   * @param gazetteer the present one
   */
  public Wording(Hazards hazards, Renderer renderer, Supplier<Gazetteer> gazetteer) {
    this.hazards = hazards;
    this.renderer = renderer;
    this.names = new AreaNames(gazetteer);
  }

  /**
   * What a notice says.
   *
   * @param texts by language
   * @param own the language for who reads none of the others: the author's
   * @param problem why it cannot be said so, in English, naming the field; "" when it can
   */
  public record Said(Map<Language, String> texts, Language own, String problem) {
    public Said {
      texts = Map.copyOf(texts);
    }
  }

  /**
   * @param code that its texts name
   */
  public Said of(NoticeFacts facts, String code) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    String problem = "";
    for (Language language : Language.PHONE) {
      Optional<String> text = text(facts, code, language);
      if (text.isEmpty()) continue;
      texts.put(language, text.get());
      int segments = Segments.of(text.get()).count();
      if (segments > MOST_SEGMENTS && problem.isEmpty())
        problem =
            "words."
                + language.tag()
                + ": the text has "
                + segments
                + " segments with all that belongs to it, at most "
                + MOST_SEGMENTS;
    }
    if (texts.isEmpty()) problem = "words: none in a language of phones";
    return new Said(texts, own(facts), problem);
  }

  /** The language of the author: that of their own words, the first that menus list. */
  public static Language own(NoticeFacts facts) {
    for (Language language : Language.PHONE)
      if (facts.words().containsKey(language)) return language;
    return Language.FR;
  }

  private Optional<String> text(NoticeFacts facts, String code, Language language) {
    Map<String, Value> values = new HashMap<>();
    mark(facts, language).ifPresent(mark -> values.put("mark", new Value.Text(mark)));
    names.of(facts.area()).ifPresent(n -> values.put("place", read(n, language)));
    values.put("until", new Value.Text(until(facts, language)));
    values.put("sender", read(facts.sender(), language));
    values.put("code", new Value.Text(code));
    if (!facts.extreme()) values.put("optout", read(hazards.text("optout"), language));
    Words own = facts.words().get(language);
    Template template = facts.template();
    if (facts.kind() == Kind.CANCEL) return taken(own, template, values, language);
    if (own != null) return Optional.of(inOwnWords(own, values, language));
    if (template == null) return Optional.empty();
    Hazard hazard = hazards.of(template);
    values.put("action", read(hazard.action(template.action()).text(), language));
    return say(hazard.id(), values, language);
  }

  /** Of what is taken back only its name is said. */
  private Optional<String> taken(
      @Nullable Words own, @Nullable Template template, Map<String, Value> values, Language in) {
    if (own != null) values.put("hazard", new Value.Text(own.headline()));
    else if (template != null) values.put("hazard", read(hazards.of(template).name(), in));
    else return Optional.empty();
    return say("cancelled", values, in);
  }

  private String inOwnWords(Words own, Map<String, Value> values, Language language) {
    String brief = own(own, "", values, language);
    String first = firstSentence(own.description());
    if (first.isEmpty()) return brief;
    String full = own(own, first, values, language);
    int segments = Segments.of(full).count();
    boolean dearer = segments > Segments.of(brief).count();
    return segments > MOST_SEGMENTS || dearer ? brief : full;
  }

  private String own(Words own, String description, Map<String, Value> values, Language language) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(own.headline(), description, own.instruction()))
      if (!part.isBlank()) parts.add(withoutStop(part));
    values.put("words", new Value.Text(String.join(". ", parts)));
    return say("own", values, language).orElseThrow();
  }

  private static String firstSentence(String text) {
    int stop = text.indexOf(". ");
    return stop < 0 ? text : text.substring(0, stop);
  }

  private static String withoutStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  private Optional<String> mark(NoticeFacts facts, Language language) {
    List<String> marks = new ArrayList<>();
    if (facts.status() == Status.EXERCISE) marks.add(word("mark.exercise", language));
    if (facts.status() == Status.TEST) marks.add(word("mark.test", language));
    if (facts.kind() == Kind.UPDATE) marks.add(word("mark.update", language));
    return marks.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", marks));
  }

  /** One of its texts for who wants to see it on a phone before anybody gets it: marked as that. */
  String trial(String text, Language language) {
    return word("mark.test", language) + ": " + text;
  }

  private String word(String message, Language language) {
    return hazards.text(message).in(language, language.script() == Script.LATIN);
  }

  private static Value read(LocalText text, Language language) {
    return new Value.Text(text.in(language, language.script() == Script.LATIN));
  }

  /**
   * Until when it is true. Without its day on the day that it begins: it never arrives later than
   * it is true.
   */
  private static String until(NoticeFacts facts, Language language) {
    LocalDateTime from = LocalDateTime.ofInstant(facts.from(), MOROCCO);
    LocalDateTime until = LocalDateTime.ofInstant(facts.until(), MOROCCO);
    String clock = TimeOfDay.clock(until.toLocalTime(), language);
    long days = until.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay();
    if (days == 0) return clock;
    String day =
        days <= DAYS_BY_NAME
            ? TimeOfDay.day(until.getDayOfWeek()).in(language, language.script() == Script.LATIN)
            : DATE.format(until);
    return day + ' ' + clock;
  }

  /** Fitted as an SMS: the fullest variant that costs least. */
  private Optional<String> say(String name, Map<String, Value> values, Language language) {
    Optional<Message> message = hazards.message(name, language);
    return message.map(
        one -> {
          Screen screen = new Screen(List.of(one), values, List.of(), Screen.Footer.NONE);
          Reader reader = new Reader(language, false);
          Rendered first = renderer.render(screen, reader, ChannelKind.SMS, Surface.SMS, 0);
          StringBuilder text = new StringBuilder(first.text());
          for (int page = 1; page < first.pages(); page++)
            text.append(renderer.render(screen, reader, ChannelKind.SMS, Surface.SMS, page).text());
          return text.toString();
        });
  }
}
