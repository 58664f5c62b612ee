package ma.jisr.gateway.session;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The shortening of a person's JSON before it is sealed: zlib (RFC 1950) at its fastest level. What
 * was never shortened is read as it is, because JSON objects begin with a brace and zlib does not.
 * Confined to one loop.
 */
final class Squeeze {
  /** Shorter ones gain too little, bytes. */
  static final int WORTHWHILE = 512;

  /**
   * The longest result of opening, bytes. A document within its 16 KB limit would have to shrink to
   * a sixtieth to get there.
   */
  static final int MOST = 1024 * 1024;

  private static final int CHUNK = 4096;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final Inflater inflater = new Inflater();
  private final byte[] chunk = new byte[CHUNK];

  /** Shortened when that is worthwhile and {@link #open} would take it back; as it is otherwise. */
  byte[] pack(byte[] json) {
    if (json.length < WORTHWHILE || json.length > MOST) return json;
    deflater.reset();
    deflater.setInput(json);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 2);
    while (!deflater.finished()) packed.write(chunk, 0, deflater.deflate(chunk));
    return packed.toByteArray();
  }

  /**
   * What was given to {@link #pack}.
   *
   * @throws SchemaException when it is neither JSON nor zlib
   */
  byte[] open(byte[] packed) {
    if (packed.length == 0 || packed[0] == '{') return packed;
    inflater.reset();
    inflater.setInput(packed);
    ByteArrayOutputStream json = new ByteArrayOutputStream(packed.length * 3);
    try {
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0 || json.size() > MOST)
          throw new SchemaException("a person's document is cut short or endless");
        json.write(chunk, 0, length);
      }
    } catch (DataFormatException e) {
      throw new SchemaException("a person's document is damaged", e);
    }
    return json.toByteArray();
  }
}
