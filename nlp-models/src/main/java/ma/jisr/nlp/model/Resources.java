package ma.jisr.nlp.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files that come with the models, in the jar. */
final class Resources {
  private static final String ROOT = "/ma/jisr/nlp/";

  private Resources() {}

  /** The bytes of a file below {@code ma/jisr/nlp}; empty when the jar lacks it. */
  static Optional<byte[]> bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(ROOT + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same.
   *
   * @throws ModelException when the jar lacks it
   */
  static byte[] needed(String name) {
    return bytes(name)
        .orElseThrow(() -> new ModelException(name + " is missing: build nlp-models again"));
  }

  /** The lines of a file's bytes, without comments and blank ones. */
  static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
