package ma.jisr.map.exchange;

import java.util.List;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.exchange.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * A row and what becomes of it.
 *
 * @param row as it stands in the file
 * @param verdict on it
 * @param notes why, and what else should be looked at
 * @param source what it will be known by when it comes again; "" when by its name and place
 * @param before the thing that it is about, as it is kept; null for a new one
 * @param after the thing as it will be; null when nothing is written
 * @param corrected the point as it should stand in the file; null when it stands right
 */
public record Judged<T>(
    SheetRow row,
    Verdict verdict,
    List<Note> notes,
    String source,
    @Nullable T before,
    @Nullable T after,
    @Nullable GeoPoint corrected) {
  public Judged {
    notes = List.copyOf(notes);
  }
}
