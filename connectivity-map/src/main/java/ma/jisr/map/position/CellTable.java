package ma.jisr.map.position;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.GeoPoint;

/** Where many cells are, 16 bytes a cell: names in order, and beside each its place. Immutable. */
final class CellTable implements Whereabouts {
  static final CellTable EMPTY = new CellTable(List.of(), new long[0], new long[0]);

  /** Most networks: Morocco has five, with those across its borders a dozen. */
  static final int MOST_NETS = 16;

  /** Bytes of a cell. */
  static final int CELL_BYTES = 2 * Long.BYTES;

  private static final int AREA_BITS = 24;
  private static final int CELL_BITS = 36;

  /** Degrees are kept to a hundred-thousandth: a metre. */
  private static final double DEGREES = 1e5;

  private static final int DEGREE_BITS = 26;
  private static final int RANGE_BITS = 12;

  /** Metres of a step of the range: to 200 km. */
  private static final int RANGE_STEP = 50;

  /** Networks as mcc * 1000 + net; a cell's name begins with its place in this list. */
  private final List<Integer> nets;

  private final long[] names;
  private final long[] places;

  private CellTable(List<Integer> nets, long[] names, long[] places) {
    this.nets = List.copyOf(nets);
    this.names = names;
    this.places = places;
  }

  /** One cell while a table is made. */
  private record Entry(long name, long place, long samples) {}

  /** A table in the making: of two rows of one cell the better measured one stays. */
  static final class Builder {
    private final List<Integer> nets = new ArrayList<>();
    private final Map<Long, Entry> entries = new HashMap<>();

    /** False when there are too many networks. */
    boolean add(CellId id, GeoPoint point, long range, long samples) {
      int net = nets.indexOf(number(id));
      if (net < 0) {
        if (nets.size() == MOST_NETS) return false;
        net = nets.size();
        nets.add(number(id));
      }
      Entry entry = new Entry(name(net, id), place(point, range), samples);
      entries.merge(entry.name(), entry, (a, b) -> b.samples() > a.samples() ? b : a);
      return true;
    }

    int size() {
      return entries.size();
    }

    CellTable build() {
      List<Entry> sorted = new ArrayList<>(entries.values());
      sorted.sort(Comparator.comparingLong(Entry::name));
      long[] names = new long[sorted.size()];
      long[] places = new long[sorted.size()];
      for (int i = 0; i < names.length; i++) {
        names[i] = sorted.get(i).name();
        places[i] = sorted.get(i).place();
      }
      return new CellTable(nets, names, places);
    }
  }

  List<Integer> nets() {
    return nets;
  }

  int size() {
    return names.length;
  }

  @Override
  public Optional<Position> of(CellId id) {
    int net = nets.indexOf(number(id));
    if (net < 0) return Optional.empty();
    int at = Arrays.binarySearch(names, name(net, id));
    return at < 0 ? Optional.empty() : Optional.of(position(places[at]));
  }

  /** The cells from one place in the order to before another, as bytes. */
  byte[] bytes(int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * CELL_BYTES);
    for (int i = from; i < to; i++) bytes.putLong(names[i]).putLong(places[i]);
    return bytes.array();
  }

  /** The table of these bytes, the parts in their order. */
  static CellTable of(List<Integer> nets, List<byte[]> parts) {
    int cells = 0;
    for (byte[] part : parts) cells += part.length / CELL_BYTES;
    long[] names = new long[cells];
    long[] places = new long[cells];
    int at = 0;
    for (byte[] part : parts) {
      ByteBuffer bytes = ByteBuffer.wrap(part);
      while (bytes.remaining() >= CELL_BYTES) {
        names[at] = bytes.getLong();
        places[at++] = bytes.getLong();
      }
    }
    return new CellTable(nets, names, places);
  }

  private static int number(CellId id) {
    return id.mcc() * 1000 + id.net();
  }

  private static long name(int net, CellId id) {
    return ((long) net << (AREA_BITS + CELL_BITS)) | ((long) id.area() << CELL_BITS) | id.cell();
  }

  private static long place(GeoPoint point, long range) {
    long lat = Math.round((point.lat() + 90) * DEGREES);
    long lon = Math.round((point.lon() + 180) * DEGREES);
    long steps = Math.min((range + RANGE_STEP - 1) / RANGE_STEP, (1 << RANGE_BITS) - 1);
    return (lat << (DEGREE_BITS + RANGE_BITS)) | (lon << RANGE_BITS) | steps;
  }

  private static Position position(long place) {
    long steps = place & ((1 << RANGE_BITS) - 1);
    long lon = (place >>> RANGE_BITS) & ((1 << DEGREE_BITS) - 1);
    long lat = place >>> (DEGREE_BITS + RANGE_BITS);
    GeoPoint point = new GeoPoint(lat / DEGREES - 90, lon / DEGREES - 180);
    return new Position(point, steps * RANGE_STEP);
  }
}
