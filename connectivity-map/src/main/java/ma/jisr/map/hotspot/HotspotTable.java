package ma.jisr.map.hotspot;

import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Hotspots in a CSV file. Columns: id, code, kind, access, ssid, place, lat, lon, exact, hours,
 * hours_ramadan, friday_break, state, confirmed (a date), operator, sample, and name and way per
 * language ("name_fr", "way_ar", "way_ary-Latn"); French is needed.
 */
public final class HotspotTable {
  /** Longest name, characters: what one line of a USSD list holds beside its digit. */
  public static final int MAX_NAME = 24;

  /** Longest way, characters: half a USSD screen in Arabic letters (80 units). */
  public static final int MAX_WAY = 40;

  private static final String SAMPLES = "/ma/jisr/map/samples/hotspots.csv";

  private final Gazetteer gazetteer;
  private final Set<String> seen = new HashSet<>();

  private HotspotTable(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The hotspots of a file.
   *
   * @throws ma.jisr.map.table.BadTableException naming every bad row
   */
  public static List<Hotspot> read(String name, Reader text, Gazetteer gazetteer) {
    return Table.read(name, text, new HotspotTable(gazetteer)::hotspot);
  }

  /** The invented hotspots that come with the product; each says that it is an example. */
  public static List<Hotspot> samples(Gazetteer gazetteer) {
    return Table.resource(HotspotTable.class, SAMPLES, new HotspotTable(gazetteer)::hotspot);
  }

  private Hotspot hotspot(Row row) {
    Confirmation confirmed = confirmed(row);
    Hotspot hotspot =
        new Hotspot(
            row.need("id"),
            row.need("code"),
            facts(row),
            row.oneOf("state", Hotspot.State.class),
            confirmed,
            false,
            row.flag("sample"));
    if (!seen.add("id " + hotspot.id())) throw new BadCellException("id is there twice");
    if (!seen.add("code " + hotspot.code()))
      throw new BadCellException("code " + hotspot.code() + " is there twice");
    return hotspot;
  }

  private Facts facts(Row row) {
    return new Facts(
        local(row, "name_", MAX_NAME),
        row.oneOf("kind", Hotspot.Kind.class),
        row.oneOf("access", Hotspot.Access.class),
        row.text("ssid").orElse(null),
        new Timetable(
            row.text("hours").orElse(""),
            row.text("hours_ramadan").orElse(""),
            row.text("friday_break").orElse("")),
        local(row, "way_", MAX_WAY),
        row.point(),
        row.flag("exact"),
        place(row),
        row.text("operator").orElse(null),
        null,
        null,
        Map.of());
  }

  private String place(Row row) {
    String place = row.need("place");
    if (gazetteer.place(place).isEmpty())
      throw new BadCellException("place '" + place + "' is not in the gazetteer");
    return place;
  }

  private static @Nullable Confirmation confirmed(Row row) {
    String date = row.text("confirmed").orElse("");
    if (date.isEmpty()) return null;
    try {
      Instant day = LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
      return new Confirmation(day, Confirmation.By.SOURCE);
    } catch (DateTimeParseException e) {
      throw new BadCellException("confirmed '" + date + "' is not a date such as 2026-03-02");
    }
  }

  private static LocalText local(Row row, String prefix, int most) {
    row.need(prefix + Language.FR.tag());
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values())
      row.text(prefix + language.tag())
          .ifPresent(
              text -> {
                if (text.length() > most)
                  throw new BadCellException(
                      prefix + language.tag() + " has more than " + most + " characters");
                texts.put(language, text);
              });
    return new LocalText(texts);
  }
}
