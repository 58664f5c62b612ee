package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import ma.jisr.store.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stored person of every schema that has been released, sealed under keys of ones, twos and
 * threes. None of these files is ever changed: a release that cannot read one loses people.
 */
class GoldenDocumentTest {
  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyReleasedSchemaIsRead(int schema) throws IOException {
    PersonDocument expected = PersonCodecTest.amina();
    PersonCodec codec = new PersonCodec(keys().sealer(), Upcasters.PERSON);
    Document stored = new Document(expected.id(), 0, "w", golden(schema));
    assertEquals(expected, codec.decode(stored).withKey(""));
  }

  static Keys keys() {
    byte[][] keys = new byte[3][Keys.BYTES];
    for (int i = 0; i < keys.length; i++) Arrays.fill(keys[i], (byte) (i + 1));
    return new Keys(keys[0], keys[1], keys[2]);
  }

  private static String golden(int schema) throws IOException {
    String name = "person-" + schema + ".json";
    try (InputStream in =
        Objects.requireNonNull(GoldenDocumentTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
