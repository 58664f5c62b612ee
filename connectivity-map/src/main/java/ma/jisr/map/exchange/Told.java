package ma.jisr.map.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, by our columns.
 *
 * @param row as it stands in the file
 * @param cells by column, without what guards them; a column that the file has and the row leaves
 *     empty is there as ""
 * @param tags what stands in columns that we do not know
 * @param tagged whether the file has such columns, so that none in this row means none
 */
public record Told(
    SheetRow row, Map<String, String> cells, Map<String, String> tags, boolean tagged) {
  public Told {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** Whether the file has the column. */
  public boolean has(String column) {
    return cells.containsKey(column);
  }

  /** What the row says in it; "" when nothing. */
  public String get(String column) {
    return cells.getOrDefault(column, "");
  }

  /** What the row says in a column; null when it leaves it empty, what was known without one. */
  public @Nullable String maybe(String column, @Nullable String known) {
    if (!has(column)) return known;
    return get(column).isEmpty() ? null : get(column);
  }

  /** The texts of a column for each language, over those that were known. */
  public Map<Language, String> texts(String prefix, @Nullable LocalText known) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (known != null) texts.putAll(known.byLanguage());
    for (Language language : Language.values()) {
      String column = prefix + language.tag();
      if (!has(column)) continue;
      if (get(column).isEmpty()) texts.remove(language);
      else texts.put(language, get(column));
    }
    return texts;
  }

  /** The hours, over those that were known; a note is left where nobody can read them. */
  public Timetable hours(Timetable known, List<Note> notes) {
    Timetable next =
        new Timetable(
            hours(Columns.HOURS, known.usual()),
            hours(Columns.HOURS_RAMADAN, known.ramadan()),
            hours(Columns.FRIDAY_BREAK, known.fridayBreak()));
    if (!next.usual().isEmpty() && !OpeningHours.of(next).isKnown())
      notes.add(new Note(Remark.HOURS_UNREAD, Columns.HOURS, ""));
    return next;
  }

  private String hours(String column, String known) {
    return has(column) ? get(column) : known;
  }
}
