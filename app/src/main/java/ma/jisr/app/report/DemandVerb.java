package ma.jisr.app.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.base.Actor;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.demand.DemandFile;
import ma.jisr.map.demand.DemandRow;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;

/** Who answers {@code jisr demand}. */
public final class DemandVerb implements Signed {
  /** For a day that is not given. */
  public static final String USUAL = "-";

  /** Days of the usual period: a week is quick to read, and has all its days. */
  private static final int DAYS = 28;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private final DemandBook book;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  public DemandVerb(DemandBook book, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.book = book;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * @param words {@code FROM TO csv|geojson}, each day as 2026-03-31 or {@link #USUAL}
   */
  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    if (words.size() != 3)
      throw new IllegalArgumentException("demand asks for from, to and format");
    LocalDate today = clock.instant().atZone(MOROCCO).toLocalDate();
    LocalDate to = day(words.get(1), today);
    LocalDate from = day(words.get(0), to.minusDays(DAYS - 1));
    Gazetteer now = gazetteer.get();
    List<DemandRow> rows =
        Await.of(book.read(from, to, area -> Rights.allow(actor, Deed.EXPORT, now.way(area))));
    return switch (words.get(2)) {
      case "csv" -> Told.of(DemandFile.csv(rows, now).lines().toList());
      case "geojson" -> Told.of(List.of(DemandFile.geoJson(rows, now)));
      default -> throw new IllegalArgumentException("the format is csv or geojson");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return false;
  }

  private static LocalDate day(String word, LocalDate usual) {
    if (word.equals(USUAL)) return usual;
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + word + "' is no day like 2026-03-31", e);
    }
  }
}
