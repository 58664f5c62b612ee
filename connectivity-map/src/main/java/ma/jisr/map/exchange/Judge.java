package ma.jisr.map.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import org.jspecify.annotations.Nullable;

/** Says row by row what becomes of a file. For one file, on one thread. */
final class Judge {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  /** Digits of a hash in an id that is made here: 64 bits. */
  private static final int HASH = 16;

  private final Headers headers;
  private final Known known;
  private final Actor actor;
  private final Options options;
  private final Gazetteer gazetteer;
  private final Outline country;
  private final PlaceReader places;
  private final Codes codes;

  /** By id, the line that spoke of a hotspot first. */
  private final Map<String, Long> lines = new HashMap<>();

  Judge(
      Headers headers,
      Known known,
      Codes codes,
      Actor actor,
      Options options,
      Gazetteer gazetteer,
      Outline country) {
    this.headers = headers;
    this.known = known;
    this.codes = codes;
    this.actor = actor;
    this.options = options;
    this.gazetteer = gazetteer;
    this.country = country;
    this.places = new PlaceReader(gazetteer);
  }

  Judged<Hotspot> judge(SheetRow row) {
    Told told = headers.read(row);
    String source = told.get(Columns.SOURCE);
    try {
      return judged(told, source);
    } catch (RefusalException e) {
      return without(row, Verdict.REFUSED, source, e.note());
    }
  }

  private Judged<Hotspot> judged(Told told, String source) {
    if (!told.row().fault().isEmpty())
      throw new RefusalException(Remark.BAD_ROW, "", told.row().fault());
    isConnected(told);
    GeoPoint point = Numbers.point(told);
    Optional<GeoPoint> turned = Optional.ofNullable(point).flatMap(country::turned);
    if (turned.isPresent()) {
      List<Note> notes = List.of(Note.of(Remark.SWAPPED));
      return new Judged<>(told.row(), Verdict.SWAPPED, notes, source, null, null, turned.get());
    }
    boolean within = point == null || country.has(point);
    if (!within && !options.anywhere())
      return without(told.row(), Verdict.OUTSIDE, source, Note.of(Remark.OUTSIDE));
    List<Note> notes = new ArrayList<>();
    if (!within) notes.add(Note.of(Remark.OUTSIDE));
    return judged(told, source, point, within, notes);
  }

  private Judged<Hotspot> judged(
      Told told, String source, @Nullable GeoPoint point, boolean within, List<Note> notes) {
    Hotspot before = match(told, source).orElse(null);
    Facts facts = facts(told, before, point, within, notes);
    String id = before == null ? id(told, facts) : before.id();
    if (before == null) {
      before = known.id(id).orElse(null);
      if (before != null) facts = facts(told, before, point, within, notes);
    }
    once(id, told.row());
    mayTouch(facts, before);
    Hotspot bare = bare(told, id, facts, before);
    Hotspot after = Words.state(told, bare, before, notes);
    if (before != null) {
      Verdict verdict = after.equals(before) ? Verdict.SAME : Verdict.CHANGED;
      return new Judged<>(told.row(), verdict, notes, source, before, after, null);
    }
    Optional<Grid.Entry> twin = known.grid().twin(after);
    if (twin.isPresent() && !options.duplicates()) {
      notes.add(twin(twin.get()));
      return new Judged<>(told.row(), Verdict.DUPLICATE, notes, source, null, null, null);
    }
    codes.take(after.code());
    known.grid().add(after, told.row().line());
    return new Judged<>(told.row(), Verdict.ADDED, notes, source, null, after, null);
  }

  private static Judged<Hotspot> without(SheetRow row, Verdict verdict, String source, Note note) {
    return new Judged<>(row, verdict, List.of(note), source, null, null, null);
  }

  /** What is only a café on a map, or says that it has no connection, is no hotspot. */
  private void isConnected(Told told) {
    String internet = told.get(Columns.INTERNET);
    if (Lexicon.word(Columns.INTERNET, internet).filter("no"::equals).isPresent())
      throw new RefusalException(Note.of(Remark.NO_INTERNET));
    boolean cyber =
        Lexicon.constant(Columns.KIND, told.get(Columns.KIND), Hotspot.Kind.class)
            .filter(Hotspot.Kind.CYBERCAFE::equals)
            .isPresent();
    if (headers.isOsm() && internet.isEmpty() && !cyber)
      throw new RefusalException(Note.of(Remark.NO_INTERNET));
  }

  /** The hotspot that a row is about: by our id, by its code, by what its source calls it. */
  private Optional<Hotspot> match(Told told, String source) {
    String id = told.get(Columns.ID);
    Numbers.refuseScientific(Columns.ID, id);
    Optional<Hotspot> found = id.isEmpty() ? Optional.empty() : known.id(id);
    if (found.isPresent()) return found;
    String code = code(told);
    found = code.isEmpty() ? Optional.empty() : known.code(code);
    if (found.isPresent()) {
      // A code without an id is a sticker that somebody has read; with another one it is wrong.
      if (!id.isEmpty()) throw new RefusalException(Remark.CODE_TAKEN, Columns.CODE, code);
      return found;
    }
    Numbers.refuseScientific(Columns.SOURCE, source);
    return source.isEmpty() ? Optional.empty() : known.source(source);
  }

  private static String code(Told told) {
    String cell = told.get(Columns.CODE);
    Numbers.refuseScientific(Columns.CODE, cell);
    String code = Numbers.whole(cell);
    if (!code.isEmpty() && !Hotspot.CODE.matcher(code).matches())
      throw new RefusalException(Remark.BAD_VALUE, Columns.CODE, cell);
    return code;
  }

  private Facts facts(
      Told told,
      @Nullable Hotspot before,
      @Nullable GeoPoint point,
      boolean within,
      List<Note> notes) {
    List<Note> found = new ArrayList<>();
    Place place = place(told, before, point, within, found);
    Facts facts =
        new FactsReader(told, before == null ? null : before.facts(), found).read(point, place);
    for (Note note : found) if (!notes.contains(note)) notes.add(note);
    return facts;
  }

  /** Where the row does not say otherwise, a hotspot stays in its place. */
  private Place place(
      Told told,
      @Nullable Hotspot before,
      @Nullable GeoPoint point,
      boolean within,
      List<Note> notes) {
    boolean stays = point == null || (before != null && point.equals(before.point()));
    if (before != null && stays && told.get(Columns.PLACE).isEmpty()) {
      Optional<Place> kept = gazetteer.place(before.place());
      if (kept.isPresent()) return kept.get();
      return places.nearest(before.point());
    }
    GeoPoint at = point == null && before != null ? before.point() : point;
    return places.read(told, at, within, notes);
  }

  /** The row's own id, or one made of what it is known by, so that it is the same next time. */
  private static String id(Told told, Facts facts) {
    String id = told.get(Columns.ID);
    if (!id.isEmpty()) {
      if (!ID.matcher(id).matches()) throw new RefusalException(Remark.BAD_VALUE, Columns.ID, id);
      return id;
    }
    String by =
        facts.source() != null
            ? facts.source()
            : facts.name().byLanguage().values().stream().map(Lexicon::key).sorted().toList()
                + " "
                + facts.point()
                + " "
                + facts.place();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(by.getBytes(StandardCharsets.UTF_8));
      return "h-" + HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void once(String id, SheetRow row) {
    Long first = lines.putIfAbsent(id, row.line());
    if (first != null) throw new RefusalException(Remark.TWICE, "", Long.toString(first));
  }

  private void mayTouch(Facts facts, @Nullable Hotspot before) {
    if (!may(facts.place()) || (before != null && !may(before.place())))
      throw new RefusalException(Note.of(Remark.TERRITORY));
  }

  private boolean may(String place) {
    return Rights.allow(actor, Deed.IMPORT, gazetteer.way(place));
  }

  /** The hotspot with all but the word on whether it works. */
  private Hotspot bare(Told told, String id, Facts facts, @Nullable Hotspot before) {
    String code = code(told);
    boolean own = before != null && code.equals(before.code());
    if (!code.isEmpty() && !own && codes.isTaken(code))
      throw new RefusalException(Remark.CODE_TAKEN, Columns.CODE, code);
    if (!code.isEmpty() && before != null) codes.take(code);
    String free = before == null ? codes.free(id) : before.code();
    return new Hotspot(
        id,
        code.isEmpty() ? free : code,
        facts,
        before == null ? Hotspot.State.UNKNOWN : before.state(),
        before == null ? null : before.confirmed(),
        Words.flag(told, Columns.RETIRED, before != null && before.retired()),
        Words.flag(told, Columns.SAMPLE, before != null && before.sample()));
  }

  private static Note twin(Grid.Entry twin) {
    if (twin.line() > 0) return new Note(Remark.DUPLICATE_ROW, "", Long.toString(twin.line()));
    Hotspot there = twin.hotspot();
    String name = Objects.requireNonNull(there.name().byLanguage().values().iterator().next());
    return new Note(Remark.DUPLICATE, "", there.id() + " (" + there.code() + ", " + name + ")");
  }
}
