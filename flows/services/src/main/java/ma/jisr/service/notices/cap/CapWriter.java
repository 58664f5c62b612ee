package ma.jisr.service.notices.cap;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.base.xml.SafeXml;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.area.Polygon;
import ma.jisr.service.notices.notice.CapWord;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.notices.notice.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes our notices as alerts of CAP 1.2, one info for each language that they say something in.
 */
final class CapWriter {
  /** Before a notice's id, so that our identifiers are unlike those of others. */
  private static final String IDENTIFIER = "jisr.";

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /**
   * {@code xxx} writes +00:00 where ISO's own form writes Z, which the schema refuses; in Ramadan
   * Morocco is there.
   */
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(MOROCCO);

  private final String sender;
  private final Hazards hazards;
  private final Supplier<Gazetteer> gazetteer;
  private final Supplier<Geocodes> geocodes;
  private final Function<String, Optional<Notice>> byId;

  CapWriter(
      String sender,
      Hazards hazards,
      Supplier<Gazetteer> gazetteer,
      Supplier<Geocodes> geocodes,
      Function<String, Optional<Notice>> byId) {
    this.sender = sender;
    this.hazards = hazards;
    this.gazetteer = gazetteer;
    this.geocodes = geocodes;
    this.byId = byId;
  }

  static String identifier(Notice notice) {
    return IDENTIFIER + notice.id();
  }

  /** When it began to go out, whole seconds: the same each time it is written. */
  static Instant sent(Notice notice) {
    Instant started = notice.started();
    return (started == null ? notice.facts().from() : started).truncatedTo(ChronoUnit.SECONDS);
  }

  static String hour(Instant at) {
    return HOUR.format(at);
  }

  /** What it says in one line, in a language that it says something in. */
  String headline(Notice notice, Language language) {
    Words own = notice.facts().words().get(language);
    if (own != null) return own.headline();
    return hazard(notice).map(h -> in(h.name(), language)).orElse("");
  }

  /** The languages in which a notice says something: its own words', or all of the template's. */
  List<Language> languages(Notice notice) {
    NoticeFacts facts = notice.facts();
    List<Language> all = new ArrayList<>();
    for (Language language : Language.values())
      if (facts.words().containsKey(language)
          || (facts.template() != null && notice.texts().containsKey(language))) all.add(language);
    return all;
  }

  String write(Notice notice) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = SafeXml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(Tree.CAP_1_2);
      xml.writeStartElement(Tree.CAP_1_2, "alert");
      xml.writeDefaultNamespace(Tree.CAP_1_2);
      NoticeFacts facts = notice.facts();
      put(xml, "identifier", identifier(notice));
      put(xml, "sender", sender);
      put(xml, "sent", hour(sent(notice)));
      put(xml, "status", CapWord.of(facts.status()));
      put(xml, "msgType", CapWord.of(facts.kind()));
      put(xml, "scope", "Public");
      put(xml, "references", references(facts));
      for (Language language : languages(notice)) info(xml, notice, language);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toString();
  }

  private String references(NoticeFacts facts) {
    return facts.references().stream()
        .flatMap(id -> byId.apply(id).stream())
        .map(one -> sender + ',' + identifier(one) + ',' + hour(sent(one)))
        .collect(Collectors.joining(" "));
  }

  private void info(XMLStreamWriter xml, Notice notice, Language language)
      throws XMLStreamException {
    NoticeFacts facts = notice.facts();
    Words own = facts.words().get(language);
    xml.writeStartElement(Tree.CAP_1_2, "info");
    put(xml, "language", language.tag());
    put(xml, "category", CapWord.of(facts.category()));
    put(
        xml,
        "event",
        hazard(notice).map(h -> in(h.name(), language)).orElse(headline(notice, language)));
    put(xml, "responseType", CapWord.of(facts.response()));
    put(xml, "urgency", CapWord.of(facts.gravity().urgency()));
    put(xml, "severity", CapWord.of(facts.gravity().severity()));
    put(xml, "certainty", CapWord.of(facts.gravity().certainty()));
    put(xml, "effective", hour(facts.from()));
    put(xml, "expires", hour(facts.until()));
    put(xml, "senderName", in(facts.sender(), language));
    put(xml, "headline", headline(notice, language));
    put(xml, "description", own == null ? "" : own.description());
    put(xml, "instruction", own == null ? action(notice, language) : own.instruction());
    pair(xml, "parameter", "INFO", notice.code());
    area(xml, facts.area(), language);
    xml.writeEndElement();
  }

  private Optional<Hazard> hazard(Notice notice) {
    Template template = notice.facts().template();
    return template == null ? Optional.empty() : hazards.named(template.hazard());
  }

  private String action(Notice notice, Language language) {
    Template template = notice.facts().template();
    return template == null
        ? ""
        : hazard(notice).map(h -> in(h.action(template.action()).text(), language)).orElse("");
  }

  private void area(XMLStreamWriter xml, Area area, Language language) throws XMLStreamException {
    xml.writeStartElement(Tree.CAP_1_2, "area");
    put(xml, "areaDesc", name(area, language));
    for (Polygon polygon : area.polygons()) put(xml, "polygon", polygon.text());
    for (Circle circle : area.circles()) put(xml, "circle", circle.text());
    Geocodes codes = geocodes.get();
    for (String place : area.places().stream().sorted().toList()) {
      Optional<String> hcp = codes.hcp(place);
      if (hcp.isPresent()) pair(xml, "geocode", Geocodes.HCP, hcp.get());
      pair(xml, "geocode", Geocodes.JISR, place);
    }
    xml.writeEndElement();
  }

  private String name(Area area, Language language) {
    LocalText own = area.name();
    if (own != null) return in(own, language);
    Gazetteer known = gazetteer.get();
    String names =
        area.places().stream()
            .sorted()
            .map(id -> known.area(id).map(place -> in(place.name(), language)).orElse(id))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "-" : names;
  }

  private static String in(LocalText text, Language language) {
    return text.in(language, language.script() == Script.LATIN);
  }

  /** Nothing is written for nothing, but where the schema asks for an element. */
  private static void put(XMLStreamWriter xml, String name, @Nullable String text)
      throws XMLStreamException {
    if (text == null || text.isEmpty()) return;
    xml.writeStartElement(Tree.CAP_1_2, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void pair(XMLStreamWriter xml, String name, String system, String value)
      throws XMLStreamException {
    xml.writeStartElement(Tree.CAP_1_2, name);
    put(xml, "valueName", system);
    put(xml, "value", value);
    xml.writeEndElement();
  }
}
