package ma.jisr.gateway.session;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The shortening of a person's JSON before it is sealed: Zstandard (RFC 8878) with a dictionary of
 * what such documents are made of, so that names of fields and common texts cost next to nothing.
 * The first byte tells the dictionary's number; JSON, which begins with a brace, and zlib (RFC
 * 1950), which earlier releases wrote, are read as they are. Confined to one loop.
 */
final class Squeeze {
  /** Shorter ones gain nothing, bytes. */
  static final int WORTHWHILE = 64;

  /**
   * The longest result of opening, bytes. A document within its 16 KB limit would have to shrink to
   * a sixtieth to get there.
   */
  static final int MOST = 1024 * 1024;

  /** The dictionary that is written with. Those before it stay, and none is ever changed. */
  private static final byte DICTIONARY = 1;

  /** Zstandard's slowest fast level: 5 µs where level 1 takes 8, for 2 % more bytes (0115). */
  private static final int LEVEL = -1;

  /** The first byte of zlib with a window of 32 KB (RFC 1950, 2.2). */
  private static final byte ZLIB = 0x78;

  private static final int CHUNK = 4096;

  private final byte[] dictionary = dictionary();
  private final ZstdDecompressCtx opener = new ZstdDecompressCtx().loadDict(dictionary);
  private @Nullable ZstdCompressCtx packer;
  private byte[] room = new byte[CHUNK];

  /**
   * The first bytes of an array: shortened when that is worthwhile and {@link #open} would take it
   * back, as they are otherwise.
   *
   * @return good until the next call, or until the array is changed
   */
  ByteBuffer pack(byte[] json, int length) {
    if (length < WORTHWHILE || length > MOST) return ByteBuffer.wrap(json, 0, length);
    int most = 1 + (int) Zstd.compressBound(length);
    if (room.length < most) room = new byte[most];
    int packed = packer().compressByteArray(room, 1, room.length - 1, json, 0, length);
    room[0] = DICTIONARY;
    return ByteBuffer.wrap(room, 0, 1 + packed);
  }

  private ZstdCompressCtx packer() {
    ZstdCompressCtx made = packer;
    if (made == null) {
      made = new ZstdCompressCtx();
      made.setLevel(LEVEL);
      made.loadDict(dictionary);
      packer = made;
    }
    return made;
  }

  /**
   * What was given to {@link #pack}.
   *
   * @throws SchemaException when it is none of what was ever written
   */
  byte[] open(byte[] packed) {
    if (packed.length == 0 || packed[0] == '{') return packed;
    if (packed[0] == ZLIB) return inflated(packed);
    if (packed[0] != DICTIONARY)
      throw new SchemaException("a person's document is damaged or of a newer release");
    long length = Zstd.getFrameContentSize(packed, 1, packed.length - 1, false);
    if (length <= 0 || length > MOST)
      throw new SchemaException("a person's document is damaged or endless");
    try {
      return opener.decompress(packed, 1, packed.length - 1, (int) length);
    } catch (ZstdException e) {
      throw new SchemaException("a person's document is damaged", e);
    }
  }

  private static byte[] inflated(byte[] packed) {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] chunk = new byte[CHUNK];
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
    } finally {
      inflater.end();
    }
    return json.toByteArray();
  }

  private static byte[] dictionary() {
    String name = "person-" + DICTIONARY + ".dictionary";
    try (InputStream in = Squeeze.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
