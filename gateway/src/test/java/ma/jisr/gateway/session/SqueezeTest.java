package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqueezeTest {
  private final Squeeze squeeze = new Squeeze();

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 511, 512, 5_000, 20_000})
  void whatWasShortenedIsReadBack(int items) {
    byte[] json = json(items);
    assertArrayEquals(json, squeeze.open(pack(json)));
    assertArrayEquals(json, squeeze.open(json), "as written before anything was shortened");
    assertArrayEquals(json, squeeze.open(deflated(json)), "as written before Zstandard");
  }

  @Test
  void shortOnesStayAsTheyAre() {
    byte[] json = json(1);
    assertArrayEquals(json, pack(json));
  }

  @Test
  void manyItemsAlikeShrinkToAHalf() {
    byte[] json = json(200);
    assertTrue(pack(json).length < json.length / 2);
  }

  @Test
  void damageIsToldNotGuessed() {
    byte[] packed = pack(json(500));
    assertThrows(
        SchemaException.class, () -> squeeze.open(Arrays.copyOf(packed, packed.length / 2)));
    byte[] renumbered = packed.clone();
    renumbered[0] = 2;
    assertThrows(SchemaException.class, () -> squeeze.open(renumbered), "an unknown dictionary");
    packed[2] ^= 0x55;
    assertThrows(SchemaException.class, () -> squeeze.open(packed), "no frame of Zstandard");
    assertThrows(SchemaException.class, () -> squeeze.open(new byte[] {1, 2, 3}));
    // A bomb: 4 MB of one letter.
    byte[] much = new byte[4 * 1024 * 1024];
    Arrays.fill(much, (byte) 'a');
    assertThrows(SchemaException.class, () -> squeeze.open(deflated(much)));
    byte[] frame = Zstd.compress(much);
    byte[] bomb = new byte[frame.length + 1];
    bomb[0] = 1;
    System.arraycopy(frame, 0, bomb, 1, frame.length);
    assertThrows(SchemaException.class, () -> squeeze.open(bomb));
  }

  @Test
  void whatCouldNotBeOpenedIsNotShortened() {
    byte[] much = new byte[Squeeze.MOST + 1];
    assertArrayEquals(much, pack(much));
  }

  private static byte[] deflated(byte[] much) {
    Deflater deflater = new Deflater();
    deflater.setInput(much);
    deflater.finish();
    byte[] packed = new byte[much.length + 64];
    return Arrays.copyOf(packed, deflater.deflate(packed));
  }

  private static byte[] json(int items) {
    StringBuilder json = new StringBuilder("{\"log\":[");
    for (int i = 0; i < items; i++) json.append("{\"id\":\"").append(i * 7919L).append("\"},");
    return json.append("0]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] pack(byte[] json) {
    ByteBuffer packed = squeeze.pack(json, json.length);
    byte[] bytes = new byte[packed.remaining()];
    packed.get(bytes);
    return bytes;
  }
}
