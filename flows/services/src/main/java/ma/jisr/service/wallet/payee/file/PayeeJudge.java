package ma.jisr.service.wallet.payee.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ma.jisr.base.Vault;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.PlaceReader;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.Words;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeCode;
import ma.jisr.service.wallet.payee.PayeeCoding;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeEntry.State;
import ma.jisr.service.wallet.payee.PayeeFacts;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** Says row by row what becomes of a table of payees. For one file, on one thread. */
final class PayeeJudge {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  private final TableHeaders headers;
  private final KnownPayees known;
  private final Set<String> taken;
  private final Predicate<String> shown;
  private final Predicate<String> may;
  private final boolean duplicates;
  private final Gazetteer gazetteer;
  private final Vault vault;
  private final PlaceReader places;

  /** By id, the line that spoke of a payee first. */
  private final Map<String, Long> lines = new HashMap<>();

  /**
   * @param taken codes that nobody else may get
   * @param shown codes that samples have, too: given to no new payee, taken by who has the sticker
   * @param may whether the actor may bring in what lies in the place of an id
   * @param duplicates whether rows are taken that seem to be there already
   * @param vault seals the numbers of who is told
   */
  PayeeJudge(
      TableHeaders headers,
      KnownPayees known,
      Set<String> taken,
      Predicate<String> shown,
      Predicate<String> may,
      boolean duplicates,
      Gazetteer gazetteer,
      Vault vault) {
    this.headers = headers;
    this.known = known;
    this.taken = new HashSet<>(taken);
    this.shown = shown;
    this.may = may;
    this.duplicates = duplicates;
    this.gazetteer = gazetteer;
    this.vault = vault;
    this.places = new PlaceReader(gazetteer);
  }

  Judged<PayeeEntry> judge(SheetRow row) {
    Told told = headers.read(row);
    String source = told.get(PayeeColumns.SOURCE);
    try {
      return judged(told, source);
    } catch (RefusalException e) {
      return without(row, Verdict.REFUSED, source, e.note());
    }
  }

  private static Judged<PayeeEntry> without(
      SheetRow row, Verdict verdict, String source, Note note) {
    return new Judged<>(row, verdict, List.of(note), source, null, null, null);
  }

  private Judged<PayeeEntry> judged(Told told, String source) {
    SheetRow row = told.row();
    if (!row.fault().isEmpty()) throw new RefusalException(Remark.BAD_ROW, "", row.fault());
    List<Note> notes = new ArrayList<>();
    PayeeEntry before = match(told, source).orElse(null);
    Kind kind = kind(told, before, notes);
    PayeeFacts facts =
        new PayeeReader(told, before == null ? null : before.facts(), vault)
            .read(kind, place(told, before, notes));
    String id = before == null ? id(told, kind, facts) : before.id();
    if (before == null) before = known.id(id).orElse(null);
    once(id, row);
    if (!may.test(facts.place()) || (before != null && !may.test(before.place())))
      throw new RefusalException(Note.of(Remark.TERRITORY));
    PayeeEntry after = payee(told, id, kind, facts, before);
    if (known.positionTaken(after))
      throw new RefusalException(
          Remark.BAD_VALUE, PayeeColumns.POSITION, Integer.toString(facts.position()));
    if (before != null) {
      Verdict verdict = after.equals(before) ? Verdict.SAME : Verdict.CHANGED;
      return new Judged<>(row, verdict, notes, source, before, after, null);
    }
    Optional<KnownPayees.Entry> twin = known.twin(after);
    if (twin.isPresent() && !duplicates) {
      notes.add(twin(twin.get()));
      return new Judged<>(row, Verdict.DUPLICATE, notes, source, null, null, null);
    }
    taken.add(after.code());
    known.add(after, row.line());
    return new Judged<>(row, Verdict.ADDED, notes, source, null, after, null);
  }

  /** The payee that a row is about: by our id, by its code, by what its source calls it. */
  private Optional<PayeeEntry> match(Told told, String source) {
    String id = told.get(PayeeColumns.ID);
    Numbers.refuseScientific(PayeeColumns.ID, id);
    Optional<PayeeEntry> found = id.isEmpty() ? Optional.empty() : known.id(id);
    if (found.isPresent()) return found;
    String code = code(told);
    found = code.isEmpty() ? Optional.empty() : known.code(code);
    if (found.isPresent()) {
      // A code without an id is a sticker that somebody has read; with another one it is wrong.
      if (!id.isEmpty()) throw new RefusalException(Remark.CODE_TAKEN, PayeeColumns.CODE, code);
      return found;
    }
    Numbers.refuseScientific(PayeeColumns.SOURCE, source);
    return source.isEmpty() ? Optional.empty() : known.source(source);
  }

  /** Its check digit is what a typing error is told by. */
  private static String code(Told told) {
    String cell = told.get(PayeeColumns.CODE);
    Numbers.refuseScientific(PayeeColumns.CODE, cell);
    String code = Numbers.whole(cell);
    if (!code.isEmpty() && !PayeeCode.isCode(code))
      throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.CODE, cell);
    return code;
  }

  /** A kind is for ever: who is paid for something else is another payee. */
  private static Kind kind(Told told, @Nullable PayeeEntry before, List<Note> notes) {
    String cell = told.get(PayeeColumns.KIND);
    if (cell.isEmpty() && before != null) return before.kind();
    if (cell.isEmpty()) {
      notes.add(new Note(Remark.ASSUMED, PayeeColumns.KIND, "merchant"));
      return Kind.MERCHANT;
    }
    for (Kind kind : Kind.values())
      if (kind != Kind.TRANSFER
          && JsonFields.lower(kind).equals(cell.toLowerCase(Locale.ROOT))
          && (before == null || before.kind() == kind)) return kind;
    throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.KIND, cell);
  }

  /** Where the row does not say otherwise, a payee stays in its place; a new one has none. */
  private String place(Told told, @Nullable PayeeEntry before, List<Note> notes) {
    String cell = told.get(PayeeColumns.PLACE);
    if (before != null && !told.has(PayeeColumns.PLACE)) return before.place();
    if (cell.isEmpty()) return "";
    return gazetteer.area(cell).isPresent() ? cell : places.read(told, null, true, notes).id();
  }

  /** The row's own id, or one made of what it is known by, so that it is the same next time. */
  private static String id(Told told, Kind kind, PayeeFacts facts) {
    String id = told.get(PayeeColumns.ID);
    if (!id.isEmpty()) {
      if (!ID.matcher(id).matches())
        throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.ID, id);
      return id;
    }
    String by =
        facts.source() != null
            ? "source " + facts.source()
            : kind + " " + facts.account().value() + " " + facts.place();
    return Ledger.id('p', "file " + by);
  }

  private void once(String id, SheetRow row) {
    Long first = lines.putIfAbsent(id, row.line());
    if (first != null) throw new RefusalException(Remark.TWICE, "", Long.toString(first));
  }

  private PayeeEntry payee(
      Told told, String id, Kind kind, PayeeFacts facts, @Nullable PayeeEntry before) {
    String code = code(told);
    boolean own = before != null && code.equals(before.code());
    if (!code.isEmpty() && !own && taken.contains(code))
      throw new RefusalException(Remark.CODE_TAKEN, PayeeColumns.CODE, code);
    if (!code.isEmpty()) taken.add(code);
    if (code.isEmpty())
      code =
          before == null
              ? CodeBook.proposed(
                  PayeeCoding.INSTANCE, id, taken.size(), c -> taken.contains(c) || shown.test(c))
              : before.code();
    try {
      return new PayeeEntry(
          id,
          code,
          kind,
          facts,
          state(told, before),
          Words.flag(told, PayeeColumns.SAMPLE, before != null && before.sample()));
    } catch (IllegalArgumentException e) {
      throw new RefusalException(Remark.BAD_ROW, "", String.valueOf(e.getMessage()));
    }
  }

  private static State state(Told told, @Nullable PayeeEntry before) {
    String cell = told.get(PayeeColumns.STATE);
    if (cell.isEmpty()) return before == null ? State.ACTIVE : before.state();
    for (State state : State.values())
      if (JsonFields.lower(state).equals(cell.toLowerCase(Locale.ROOT))) return state;
    throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.STATE, cell);
  }

  private static Note twin(KnownPayees.Entry twin) {
    if (twin.line() > 0) return new Note(Remark.DUPLICATE_ROW, "", Long.toString(twin.line()));
    PayeeEntry there = twin.payee();
    String name = Objects.requireNonNull(there.name().byLanguage().values().iterator().next());
    return new Note(Remark.DUPLICATE, "", there.id() + " (" + there.code() + ", " + name + ")");
  }
}
