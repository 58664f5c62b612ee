package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stored persons of every schema that has been released, sealed under keys of ones, twos and
 * threes: one at rest, one in the middle of everything. None of these files is ever changed: a
 * release that cannot read one loses people. A record that changes needs a new schema with an
 * upcaster, and new files.
 */
class GoldenDocumentTest {
  static Stream<Arguments> released() {
    return Stream.of(
        Arguments.of("person-1", PersonCodecTest.amina()),
        Arguments.of("person-1-live", LivePerson.document()),
        Arguments.of("person-2", PersonCodecTest.amina()),
        Arguments.of("person-2-live", LivePerson.document()),
        Arguments.of("person-3", PersonCodecTest.amina()),
        Arguments.of("person-3-live", LivePerson.document()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("released")
  void everyReleasedSchemaIsRead(String name, PersonDocument expected) throws IOException {
    PersonCodec codec = new PersonCodec(keys().sealer(), Upcasters.PERSON);
    Document stored = new Document(expected.id(), 0, "w", golden(name));
    assertEquals(expected, codec.decode(stored).withKey(""));
  }

  /** A field that nobody reads any more would be kept as an extra of a newer release. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("released")
  void nothingOfItIsUnknown(String name, PersonDocument expected) throws IOException {
    PersonCodec codec = new PersonCodec(keys().sealer(), Upcasters.PERSON);
    Document stored = new Document(expected.id(), 0, "w", golden(name));
    assertEquals(0, codec.decode(stored).extras().size());
  }

  @Test
  void aPersonInTheMiddleOfEverythingFitsManyTimesOver() {
    PersonCodec codec = new PersonCodec(keys().sealer(), Upcasters.PERSON);
    int size = codec.encode(codec.keyed(LivePerson.document()), 0, "w").json().length();
    assertTrue(size < 16 * 1024 / 2, size + " bytes");
  }

  static Keys keys() {
    byte[][] keys = new byte[3][Keys.BYTES];
    for (int i = 0; i < keys.length; i++) Arrays.fill(keys[i], (byte) (i + 1));
    return new Keys(keys[0], keys[1], keys[2]);
  }

  private static String golden(String name) throws IOException {
    String file = name + ".json";
    try (InputStream in =
        Objects.requireNonNull(GoldenDocumentTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
