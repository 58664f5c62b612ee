package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Plain messages that one word, a negation or a tense tells apart. No measure of quality: what
 * fails here would fail anybody. The likeliest intent counts, asked about or not.
 */
class PairsTest {
  @Test
  void oneWordDecides() throws IOException {
    Reader reader = Reader.bundled();
    List<String> wrong = new ArrayList<>();
    for (String line : lines()) {
      String[] row = line.split("\t", 2);
      String read = reader.read(row[1]).ranking().best().intent().label();
      if (!read.equals(row[0])) wrong.add(row[1] + ": " + read + ", not " + row[0]);
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PairsTest.class.getResourceAsStream("/ma/jisr/nlp/pairs.txt"))) {
      return Resources.lines(in.readAllBytes());
    }
  }
}
