package ma.jisr.service.challenges.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Vault;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.PlaceReader;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.TableExchange.Judging;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.service.challenges.register.ChallengeCode;
import ma.jisr.service.challenges.register.ChallengeFacts;
import org.jspecify.annotations.Nullable;

/** Says row by row what becomes of a table of challenges. For one file, on one thread. */
final class ChallengeJudge {
  private final TableHeaders headers;
  private final KnownChallenges known;
  private final Set<String> themes;
  private final Judging<Challenge> by;
  private final Vault vault;
  private final PlaceReader places;

  /** By code, the line that spoke of a challenge first. */
  private final Map<String, Long> lines = new HashMap<>();

  /**
   * @param themes the ids of those that there are
   * @param vault seals the numbers of who answers for one
   */
  ChallengeJudge(
      TableHeaders headers,
      KnownChallenges known,
      Set<String> themes,
      Judging<Challenge> by,
      Vault vault) {
    this.headers = headers;
    this.known = known;
    this.themes = Set.copyOf(themes);
    this.by = by;
    this.vault = vault;
    this.places = new PlaceReader(by.gazetteer());
  }

  Judged<Challenge> judge(SheetRow row) {
    Told told = headers.read(row);
    try {
      return judged(told);
    } catch (RefusalException e) {
      String source = told.get(ChallengeColumns.SOURCE);
      return new Judged<>(row, Verdict.REFUSED, List.of(e.note()), source, null, null, null);
    }
  }

  private Judged<Challenge> judged(Told told) {
    SheetRow row = told.row();
    if (!row.fault().isEmpty()) throw new RefusalException(Remark.BAD_ROW, "", row.fault());
    String code = code(told);
    List<Note> notes = new ArrayList<>();
    Challenge before = known.code(code).orElse(null);
    ChallengeFacts facts =
        new ChallengeReader(told, before == null ? null : before.facts(), vault, notes)
            .read(place(told, before, notes));
    once(code, row);
    boolean here = by.may().test(facts.place());
    if (!here || (before != null && !by.may().test(before.place())))
      throw new RefusalException(Note.of(Remark.TERRITORY));
    Challenge after = new Challenge(code, facts, state(told, before));
    String source = told.get(ChallengeColumns.SOURCE);
    if (before != null) {
      Verdict verdict = after.equals(before) ? Verdict.SAME : Verdict.CHANGED;
      return new Judged<>(row, verdict, notes, source, known.stored(code), after, null);
    }
    Optional<KnownChallenges.Entry> twin = known.twin(after);
    if (twin.isPresent() && !by.duplicates()) {
      notes.add(twin(twin.get()));
      return new Judged<>(row, Verdict.DUPLICATE, notes, source, null, null, null);
    }
    known.add(after, row.line());
    return new Judged<>(row, Verdict.ADDED, notes, source, null, after, null);
  }

  private String code(Told told) {
    String cell = told.get(ChallengeColumns.CODE);
    Optional<String> code = CodeCell.read(cell);
    if (code.isEmpty() || !themes.contains(ChallengeCode.theme(code.get())))
      throw new RefusalException(Remark.BAD_VALUE, ChallengeColumns.CODE, cell);
    return code.get();
  }

  /** Where the file does not say otherwise, a challenge stays in its place; a new one has none. */
  private String place(Told told, @Nullable Challenge before, List<Note> notes) {
    if (before != null && !told.has(ChallengeColumns.PLACE)) return before.place();
    String cell = told.get(ChallengeColumns.PLACE);
    if (cell.isEmpty()) return "";
    return by.gazetteer().area(cell).isPresent() ? cell : places.read(told, null, true, notes).id();
  }

  private void once(String code, SheetRow row) {
    Long first = lines.putIfAbsent(code, row.line());
    if (first != null) throw new RefusalException(Remark.TWICE, "", Long.toString(first));
  }

  /** What has been shown is no draft any more, and a draft is not closed: as at the desk. */
  private static State state(Told told, @Nullable Challenge before) {
    State now = before == null ? State.DRAFT : before.state();
    String cell = told.get(ChallengeColumns.STATE);
    if (cell.isEmpty()) return now;
    for (State state : State.values()) {
      boolean may = before == null || state == now || state == next(now);
      if (may && JsonFields.lower(state).equals(cell.toLowerCase(Locale.ROOT))) return state;
    }
    throw new RefusalException(Remark.BAD_VALUE, ChallengeColumns.STATE, cell);
  }

  private static State next(State now) {
    return now == State.PUBLISHED ? State.CLOSED : State.PUBLISHED;
  }

  private static Note twin(KnownChallenges.Entry twin) {
    Challenge there = twin.challenge();
    String of = there.code() + " (" + there.title().in(Language.FR, false) + ")";
    return new Note(Remark.ALIKE, "", of);
  }
}
