package ma.jisr.map.exchange;

import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import org.jspecify.annotations.Nullable;

/** What a row says of whether its hotspot works, and its flags. */
public final class Words {
  /** As our exports write a date, and as French tables do. Two-digit years are nobody's. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT));

  private Words() {}

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static boolean flag(Told told, String column, boolean otherwise) {
    String cell = told.get(column);
    if (cell.isEmpty()) return otherwise;
    return Lexicon.word("flag", cell)
        .map("yes"::equals)
        .orElseThrow(() -> new RefusalException(Remark.BAD_VALUE, column, cell));
  }

  /** The hotspot in the state that the row tells, unless somebody has said so since. */
  static Hotspot state(Told told, Hotspot hotspot, @Nullable Hotspot before, List<Note> notes) {
    String cell = told.get(Columns.STATE);
    Optional<State> state = Lexicon.constant(Columns.STATE, cell, State.class);
    Confirmation word = confirmation(told);
    if (before == null) {
      if (state.isEmpty() && !cell.isEmpty())
        notes.add(new Note(Remark.UNKNOWN_KEPT, Columns.STATE, cell));
      return hotspot.with(state.orElse(State.UNKNOWN), word);
    }
    Confirmation known = before.confirmed();
    boolean same = state.isEmpty() || state.get() == before.state();
    if (same && (word == null || word.equals(known))) return hotspot.with(before.state(), known);
    boolean newer = known == null || (word != null && word.at().isAfter(known.at()));
    if (newer && state.isPresent()) return hotspot.with(state.get(), word == null ? known : word);
    notes.add(Note.of(Remark.NEWER_WORD));
    return hotspot.with(before.state(), known);
  }

  private static @Nullable Confirmation confirmation(Told told) {
    String cell = told.get(Columns.CONFIRMED);
    if (cell.isEmpty()) return null;
    Numbers.refuseScientific(Columns.CONFIRMED, cell);
    Instant at =
        instant(cell)
            .orElseThrow(() -> new RefusalException(Remark.BAD_VALUE, Columns.CONFIRMED, cell));
    String by = told.get(Columns.CONFIRMED_BY);
    for (Confirmation.By known : Confirmation.By.values())
      if (lower(known).equals(by)) return new Confirmation(at, known);
    if (by.isEmpty()) return new Confirmation(at, Confirmation.By.SOURCE);
    throw new RefusalException(Remark.BAD_VALUE, Columns.CONFIRMED_BY, by);
  }

  private static Optional<Instant> instant(String cell) {
    try {
      if (cell.indexOf('T') > 0) return Optional.of(Instant.parse(cell));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
    for (DateTimeFormatter format : DATES) {
      ParsePosition at = new ParsePosition(0);
      // Without an exception for each form that it is not written in.
      if (format.parseUnresolved(cell, at) == null || at.getIndex() < cell.length()) continue;
      try {
        return Optional.of(LocalDate.parse(cell, format).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeParseException e) {
        return Optional.empty(); // the 31st of June
      }
    }
    return Optional.empty();
  }
}
