package ma.jisr.app.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.table.Lines;
import ma.jisr.nlp.model.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstoodLineTest {
  private static final UnderstoodLine UNDERSTOOD =
      new UnderstoodLine(Reader.bundled(), new GazetteerPlaces(StarterGazetteer.read()));

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fin kayn wifi fabor f amizmiz|ary-Latn|hotspot.find|{\"place\":\"Amizmiz\"}",
        "envoyer 150 dh au 06 12 34 56"
            + " 78|fr|wallet.transfer|{\"amount\":150,\"msisdn\":\"0612345678\"}",
        "خلص فاتورة الماء|ary|wallet.bill|{\"biller\":\"water\"}",
        "STOP|fr|subscription.stop|{}",
        "مساعدة|ar|help|{}",
      })
  void aMessageIsUnderstood(String text, String lang, String intent, String entities)
      throws IOException {
    JsonNode answer = answer(JSON.createObjectNode().put("id", "a1").put("text", text).toString());
    assertEquals("a1", answer.path("id").asText());
    assertEquals(lang, answer.path("lang").asText());
    assertEquals(intent, answer.path("intent").asText());
    assertEquals(JSON.readTree(entities), answer.path("entities"));
    assertTrue(answer.path("confidence").asDouble() > 0.5);
    assertEquals(2, answer.path("alternatives").size());
  }

  @Test
  void whatIsUnclearAbstainsAndOffersThree() throws IOException {
    JsonNode answer = answer("{\"id\":7,\"text\":\"prix svp pour demain\"}");
    assertEquals(7, answer.path("id").asInt());
    assertEquals("abstain", answer.path("intent").asText());
    assertTrue(answer.path("confidence").asDouble() < Reader.SURE);
    assertEquals(4, answer.path("alternatives").size());
    assertTrue(answer.path("alternatives").toString().contains("\"none\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json|no JSON",
        "{\"id\":\"1\",\"text\":\"a\"|no JSON",
        "{\"id\":\"1\",\"id\":\"2\",\"text\":\"a\"}|no JSON",
        "[[[[[[[[[[1]]]]]]]]]]|no JSON",
        "``|no JSON object",
        "3|no JSON object",
        "{\"text\":\"wifi\"}|\"id\" is no string or whole number of up to 100 characters",
        "{\"id\":{},\"text\":\"wifi\"}|\"id\" is no string or whole number of up to 100 characters",
        "{\"id\":\"1\"}|\"text\" is no string",
        "{\"id\":\"1\",\"text\":null}|\"text\" is no string",
        "{\"id\":\"1\",\"text\":[\"wifi\"]}|\"text\" is no string",
      })
  void whatIsNoMessageGetsAnErrorLine(String line, String error) throws IOException {
    JsonNode answer = answer(line);
    assertEquals(error, answer.path("error").asText());
    assertFalse(answer.has("intent"));
  }

  @Test
  void theIdIsNamedWhereItIsKnown() throws IOException {
    assertEquals("x9", answer("{\"id\":\"x9\",\"text\":1}").path("id").asText());
    String text = "a".repeat(2_001);
    JsonNode answer = answer("{\"id\":\"x9\",\"text\":\"" + text + "\"}");
    assertEquals("x9", answer.path("id").asText());
    assertEquals("\"text\" is longer than 2000", answer.path("error").asText());
    String id = "i".repeat(101);
    assertFalse(answer("{\"id\":\"" + id + "\",\"text\":\"a\"}").has("id"));
  }

  @Test
  void anyLineHasAnAnswer() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(200);
      while (line.length() < length)
        line.append("{}[]\",:\\u00idtext\" ٣ⵣ😀".charAt(random.nextInt(23)));
      JsonNode answer = answer(line.toString());
      assertTrue(answer.has("error") || answer.has("intent"));
    }
  }

  @Test
  void linesAreCutAtABound() throws IOException {
    Lines lines = new Lines(new StringReader("ab\r\n\n" + "x".repeat(100) + "\nlast"), 5);
    assertEquals("ab", lines.next());
    assertEquals("", lines.next());
    assertEquals("xxxxxx", lines.next());
    assertEquals("last", lines.next());
    assertNull(lines.next());
    assertTrue(
        UNDERSTOOD.answer(" ".repeat(UnderstoodLine.MAX_LINE + 1)).contains("longer than 16384"));
  }

  private static JsonNode answer(String line) throws IOException {
    String answer = UNDERSTOOD.answer(line);
    assertEquals(-1, answer.indexOf('\n'));
    return JSON.readTree(answer);
  }
}
