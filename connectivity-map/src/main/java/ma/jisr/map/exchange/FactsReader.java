package ma.jisr.map.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot.Access;
import ma.jisr.map.hotspot.Hotspot.Kind;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a row tells, over those that were known: what the file has no column for stays as
 * it was.
 */
final class FactsReader {
  private final Told told;
  private final @Nullable Facts before;
  private final List<Note> notes;
  private final Map<String, String> tags = new LinkedHashMap<>();

  FactsReader(Told told, @Nullable Facts before, List<Note> notes) {
    this.told = told;
    this.before = before;
    this.notes = notes;
  }

  /**
   * @param point of the row; null when it tells none
   * @throws RefusalException when it tells too little, or something that cannot be
   */
  Facts read(@Nullable GeoPoint point, Place place) {
    tags();
    Kind kind = kind();
    LocalText way = optional(Columns.WAY, before == null ? null : before.way());
    boolean approximate = point == null && before == null;
    if (approximate && way == null) throw new RefusalException(Note.of(Remark.NO_POSITION));
    if (approximate) notes.add(Note.of(Remark.APPROXIMATE));
    LocalText sponsor = optional(Columns.SPONSOR, before == null ? null : before.sponsor());
    String ssid = told.maybe(Columns.SSID, before == null ? null : before.ssid());
    String operator = told.maybe(Columns.OPERATOR, before == null ? null : before.operator());
    try {
      return new Facts(
          name(way, ssid, operator),
          kind,
          access(kind),
          ssid,
          hours(),
          way,
          point(point, place),
          exact(point),
          place.id(),
          operator,
          sponsor,
          told.maybe(Columns.SOURCE, before == null ? null : before.source()),
          kept());
    } catch (IllegalArgumentException e) {
      throw new RefusalException(Remark.BAD_ROW, "", String.valueOf(e.getMessage()));
    }
  }

  private void tags() {
    told.tags()
        .forEach(
            (name, value) -> {
              if (Facts.isKey(name)) notes.add(new Note(Remark.KEY_DROPPED, name, ""));
              else tags.put(cut(name, Facts.MAX_TAG), cut(value, Facts.MAX_TAG_VALUE));
            });
    String phone = told.get(Columns.PHONE);
    if (phone.isEmpty()) return;
    Numbers.refuseScientific(Columns.PHONE, phone);
    if (Numbers.hasLostZero(phone)) {
      notes.add(Note.of(Remark.PHONE_RESTORED));
      phone = Numbers.restored(phone);
    }
    tags.put(Columns.PHONE, cut(phone, Facts.MAX_TAG_VALUE));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) return text;
    boolean pair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, pair ? most - 1 : most).strip();
  }

  /** What is kept of other columns: as many as a hotspot holds, in the order of the file. */
  private Map<String, String> kept() {
    if (!told.tagged() && before != null) {
      Map<String, String> all = new LinkedHashMap<>(before.tags());
      all.putAll(tags);
      return bounded(all);
    }
    return bounded(tags);
  }

  private Map<String, String> bounded(Map<String, String> all) {
    if (all.size() <= Facts.MOST_TAGS) return all;
    Map<String, String> first = new LinkedHashMap<>();
    for (Map.Entry<String, String> tag : all.entrySet())
      if (first.size() < Facts.MOST_TAGS) first.put(tag.getKey(), tag.getValue());
    notes.add(new Note(Remark.TAGS_CUT, "", Integer.toString(all.size() - first.size())));
    return first;
  }

  private Kind kind() {
    String cell = told.get(Columns.KIND);
    Optional<Kind> kind = Lexicon.constant(Columns.KIND, cell, Kind.class);
    if (kind.isPresent()) return kind.get();
    Optional<Kind> guessed = Kinds.guess(tags);
    if (guessed.isPresent()) return guessed.get();
    if (!cell.isEmpty()) unknown(Columns.KIND, cell);
    return before == null ? Kind.OTHER : before.kind();
  }

  private Access access(Kind kind) {
    String cell = told.get(Columns.ACCESS);
    Optional<Access> access = Lexicon.constant(Columns.ACCESS, cell, Access.class);
    if (access.isPresent()) return access.get();
    if (!cell.isEmpty()) unknown(Columns.ACCESS, cell);
    if (before != null) return before.access();
    Access supposed = kind.usualAccess();
    notes.add(new Note(Remark.ASSUMED, Columns.ACCESS, Words.lower(supposed)));
    return supposed;
  }

  private void unknown(String column, String cell) {
    notes.add(new Note(Remark.UNKNOWN_KEPT, column, cell));
    tags.putIfAbsent(column, cut(cell, Facts.MAX_TAG_VALUE));
  }

  /** A name that is missing, or the 0 of an empty cell, is taken from what else the row says. */
  private LocalText name(
      @Nullable LocalText way, @Nullable String ssid, @Nullable String operator) {
    Map<Language, String> names = told.texts(Columns.NAME, before == null ? null : before.name());
    names.values().removeIf(name -> name.equals("0"));
    if (!names.isEmpty()) return new LocalText(names);
    if (way != null) return named(way, Columns.WAY);
    if (ssid != null) return named(LocalText.same(ssid), Columns.SSID);
    if (operator != null) return named(LocalText.same(operator), Columns.OPERATOR);
    throw new RefusalException(Note.of(Remark.NAME_MISSING));
  }

  private LocalText named(LocalText from, String column) {
    notes.add(new Note(Remark.NAME_FROM, column, ""));
    Map<Language, String> names = new EnumMap<>(Language.class);
    from.byLanguage().forEach((tongue, text) -> names.put(tongue, cut(text, Facts.MAX_NAME)));
    return new LocalText(names);
  }

  private @Nullable LocalText optional(String prefix, @Nullable LocalText known) {
    Map<Language, String> texts = told.texts(prefix, known);
    return texts.isEmpty() ? null : new LocalText(texts);
  }

  private Timetable hours() {
    return told.hours(before == null ? Timetable.UNKNOWN : before.hours(), notes);
  }

  private GeoPoint point(@Nullable GeoPoint point, Place place) {
    if (point != null) return point;
    return before == null ? place.point() : before.point();
  }

  /** A point that the row tells is the spot itself, unless the row says that it is not. */
  private boolean exact(@Nullable GeoPoint point) {
    boolean otherwise = point != null || (before != null && before.exact());
    return Words.flag(told, Columns.EXACT, otherwise);
  }
}
