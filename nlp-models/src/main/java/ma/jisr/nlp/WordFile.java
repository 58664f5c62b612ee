package ma.jisr.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of one bundled word list (UTF-8), without comments and blank lines. */
final class WordFile {
  private WordFile() {}

  /**
   * Reads a list that lies beside this class.
   *
   * @throws IllegalStateException when the jar lacks it
   */
  static List<String> lines(String name) {
    InputStream in = WordFile.class.getResourceAsStream(name);
    if (in == null) throw new IllegalStateException("the word list " + name + " is missing");
    try (in;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
