package ma.jisr.service.shops.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.Outline;
import ma.jisr.map.exchange.PlaceReader;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.Words;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopCode;
import ma.jisr.service.shops.ShopCoding;
import ma.jisr.service.shops.ShopFacts;
import org.jspecify.annotations.Nullable;

/** Says row by row what becomes of a table of shops. For one file, on one thread. */
final class ShopJudge {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  private final TableHeaders headers;
  private final KnownShops known;
  private final Set<String> taken;
  private final Predicate<String> shown;
  private final Predicate<String> may;
  private final boolean duplicates;
  private final Gazetteer gazetteer;
  private final Outline country;
  private final PlaceReader places;

  /** By id, the line that spoke of a shop first. */
  private final Map<String, Long> lines = new HashMap<>();

  /**
   * @param taken codes that nobody else may get
   * @param shown codes that samples have, too: given to no new shop, taken by who has the sticker
   * @param may whether the actor may bring in what lies in the place of an id
   * @param duplicates whether rows are taken that seem to be there already
   */
  ShopJudge(
      TableHeaders headers,
      KnownShops known,
      Set<String> taken,
      Predicate<String> shown,
      Predicate<String> may,
      boolean duplicates,
      Gazetteer gazetteer,
      Outline country) {
    this.headers = headers;
    this.known = known;
    this.taken = new HashSet<>(taken);
    this.shown = shown;
    this.may = may;
    this.duplicates = duplicates;
    this.gazetteer = gazetteer;
    this.country = country;
    this.places = new PlaceReader(gazetteer);
  }

  Judged<Shop> judge(SheetRow row) {
    Told told = headers.read(row);
    String source = told.get(ShopColumns.SOURCE);
    try {
      return judged(told, source);
    } catch (RefusalException e) {
      return without(row, Verdict.REFUSED, source, e.note());
    }
  }

  private static Judged<Shop> without(SheetRow row, Verdict verdict, String source, Note note) {
    return new Judged<>(row, verdict, List.of(note), source, null, null, null);
  }

  private Judged<Shop> judged(Told told, String source) {
    SheetRow row = told.row();
    if (!row.fault().isEmpty()) throw new RefusalException(Remark.BAD_ROW, "", row.fault());
    GeoPoint point = Numbers.point(told);
    Optional<GeoPoint> turned = Optional.ofNullable(point).flatMap(country::turned);
    if (turned.isPresent())
      return new Judged<>(
          row, Verdict.SWAPPED, List.of(Note.of(Remark.SWAPPED)), source, null, null, turned.get());
    if (point != null && !country.has(point))
      return without(row, Verdict.OUTSIDE, source, Note.of(Remark.OUTSIDE));
    List<Note> notes = new ArrayList<>();
    Shop before = match(told, source).orElse(null);
    ShopFacts facts =
        new ShopReader(told, before == null ? null : before.facts(), notes)
            .read(point, place(told, before, point, notes));
    String id = before == null ? id(told, facts) : before.id();
    if (before == null) before = known.id(id).orElse(null);
    once(id, row);
    if (!may.test(facts.place()) || (before != null && !may.test(before.place())))
      throw new RefusalException(Note.of(Remark.TERRITORY));
    Shop after = shop(told, id, facts, before);
    if (before != null) {
      Verdict verdict = after.equals(before) ? Verdict.SAME : Verdict.CHANGED;
      return new Judged<>(row, verdict, notes, source, before, after, null);
    }
    Optional<KnownShops.Entry> twin = known.twin(after);
    if (twin.isPresent() && !duplicates) {
      notes.add(twin(twin.get()));
      return new Judged<>(row, Verdict.DUPLICATE, notes, source, null, null, null);
    }
    taken.add(after.code());
    known.add(after, row.line());
    return new Judged<>(row, Verdict.ADDED, notes, source, null, after, null);
  }

  /** The shop that a row is about: by our id, by its code, by what its source calls it. */
  private Optional<Shop> match(Told told, String source) {
    String id = told.get(ShopColumns.ID);
    Numbers.refuseScientific(ShopColumns.ID, id);
    Optional<Shop> found = id.isEmpty() ? Optional.empty() : known.id(id);
    if (found.isPresent()) return found;
    String code = code(told);
    found = code.isEmpty() ? Optional.empty() : known.code(code);
    if (found.isPresent()) {
      // A code without an id is a sticker that somebody has read; with another one it is wrong.
      if (!id.isEmpty()) throw new RefusalException(Remark.CODE_TAKEN, ShopColumns.CODE, code);
      return found;
    }
    Numbers.refuseScientific(ShopColumns.SOURCE, source);
    return source.isEmpty() ? Optional.empty() : known.source(source);
  }

  /** Its check digit is what a typing error is told by. */
  private static String code(Told told) {
    String cell = told.get(ShopColumns.CODE);
    Numbers.refuseScientific(ShopColumns.CODE, cell);
    String code = Numbers.whole(cell);
    if (!code.isEmpty() && !ShopCode.isCode(code))
      throw new RefusalException(Remark.BAD_VALUE, ShopColumns.CODE, cell);
    return code;
  }

  /** Where the row does not say otherwise, a shop stays in its place. */
  private Place place(
      Told told, @Nullable Shop before, @Nullable GeoPoint point, List<Note> notes) {
    if (before != null && told.get(ShopColumns.PLACE).isEmpty()) {
      Optional<Place> kept = gazetteer.place(before.place());
      if (kept.isPresent()) return kept.get();
    }
    return places.read(told, point, true, notes);
  }

  /** The row's own id, or one made of what it is known by, so that it is the same next time. */
  private static String id(Told told, ShopFacts facts) {
    String id = told.get(ShopColumns.ID);
    if (!id.isEmpty()) {
      if (!ID.matcher(id).matches())
        throw new RefusalException(Remark.BAD_VALUE, ShopColumns.ID, id);
      return id;
    }
    String by =
        facts.source() != null
            ? "source " + facts.source()
            : facts.name().byLanguage().values().stream().sorted().toList()
                + " "
                + facts.trade()
                + " "
                + facts.place();
    return Ledger.id('s', "file " + by);
  }

  private void once(String id, SheetRow row) {
    Long first = lines.putIfAbsent(id, row.line());
    if (first != null) throw new RefusalException(Remark.TWICE, "", Long.toString(first));
  }

  private Shop shop(Told told, String id, ShopFacts facts, @Nullable Shop before) {
    String code = code(told);
    boolean own = before != null && code.equals(before.code());
    if (!code.isEmpty() && !own && taken.contains(code))
      throw new RefusalException(Remark.CODE_TAKEN, ShopColumns.CODE, code);
    if (!code.isEmpty()) taken.add(code);
    if (code.isEmpty())
      code =
          before == null
              ? CodeBook.proposed(
                  ShopCoding.INSTANCE, id, taken.size(), c -> taken.contains(c) || shown.test(c))
              : before.code();
    return new Shop(
        id,
        code,
        facts,
        Words.flag(told, ShopColumns.RETIRED, before != null && before.retired()),
        Words.flag(told, ShopColumns.SAMPLE, before != null && before.sample()));
  }

  private static Note twin(KnownShops.Entry twin) {
    if (twin.line() > 0) return new Note(Remark.DUPLICATE_ROW, "", Long.toString(twin.line()));
    Shop there = twin.shop();
    String name = Objects.requireNonNull(there.name().byLanguage().values().iterator().next());
    return new Note(Remark.DUPLICATE, "", there.id() + " (" + there.code() + ", " + name + ")");
  }
}
