package ma.jisr.nlp.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a test file of values: fields parted by "|", comments by "#". */
final class ValueRows {
  static final EntityReader READER = EntityReader.bundled();

  private ValueRows() {}

  static Stream<String[]> of(String file, int fields) {
    return lines(file)
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\\|", -1))
        .peek(
            row -> {
              if (row.length != fields)
                throw new IllegalStateException(file + ": " + String.join("|", row));
            });
  }

  private static Stream<String> lines(String file) {
    String name = "/ma/jisr/nlp/values/" + file;
    try (InputStream in = Objects.requireNonNull(ValueRows.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of one type that are found in a text. */
  static String values(String text, EntityType type, String parted) {
    return READER.read(text).of(type).stream()
        .map(Found::value)
        .collect(Collectors.joining(parted));
  }

  /** Shops by name or trade. */
  static String shops(String text) {
    return READER.read(text).all().stream()
        .filter(f -> f.type() == EntityType.SHOP || f.type() == EntityType.KEEPER)
        .map(Found::value)
        .collect(Collectors.joining(";"));
  }
}
