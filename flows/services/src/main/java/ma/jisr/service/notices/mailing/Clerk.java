package ma.jisr.service.notices.mailing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Who enters receipts on the sheets, those of one sheet in one write, and strikes them out only
 * then. Two that do so at once do no harm. Confined to its loop.
 */
final class Clerk {
  private final Ground on;
  private final Chunks chunks;
  private boolean busy;
  private long entered;

  Clerk(Ground on) {
    this.on = on;
    this.chunks = on.chunks();
  }

  /** A recipient's place. */
  private record Place(String mailing, int number, int index) {
    /** Null for a parcel that is none of ours. */
    static @Nullable Place of(String parcel) {
      String[] parts = parcel.split("-", -1);
      if (parts.length != 3) return null;
      try {
        return new Place(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  /** Enters what has come; again at once while there is much. */
  void look() {
    if (busy) return;
    busy = true;
    on.loop()
        .when(
            on.carrier().deliveries(Carrier.MOST),
            (found, failure) -> {
              if (found == null || found.isEmpty()) busy = false;
              else enter(found);
            });
  }

  private void enter(List<Delivery> found) {
    Map<String, Map<Delivery, Place>> sheets = new HashMap<>();
    for (Delivery one : found) {
      Place place = Place.of(one.parcel());
      if (place != null)
        sheets
            .computeIfAbsent(Chunk.id(place.mailing(), place.number()), id -> new HashMap<>())
            .put(one, place);
    }
    CompletableFuture<?>[] written =
        sheets.values().stream().map(this::write).toArray(CompletableFuture<?>[]::new);
    on.loop()
        .when(
            CompletableFuture.allOf(written).thenCompose(done -> on.carrier().read(found)),
            (done, failure) -> {
              busy = false;
              if (failure == null && found.size() == Carrier.MOST) look();
            });
  }

  private CompletableFuture<?> write(Map<Delivery, Place> rows) {
    Place first = rows.values().iterator().next();
    return chunks.change(
        first.mailing(),
        first.number(),
        "receipts " + on.node() + ' ' + ++entered,
        sheet -> {
          rows.forEach((row, place) -> enter(sheet, row, place.index()));
          return true;
        });
  }

  private static void enter(Sheet sheet, Delivery row, int index) {
    if (index < 0 || index >= sheet.size() || row.fate() == Fate.UNDER_WAY) return;
    sheet.receipt(index, row.segment(), row.segments(), row.fate() == Fate.DELIVERED);
  }
}
