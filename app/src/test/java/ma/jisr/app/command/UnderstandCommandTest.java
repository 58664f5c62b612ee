package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstandCommandTest {
  @Test
  void aBadLineStopsNothing() throws IOException {
    StringWriter out = new StringWriter();
    String in = "{\"id\":\"1\",\"text\":\"wifi\"}\n\noops\n{\"id\":\"2\",\"text\":\"aide\"}";
    assertEquals(0, UnderstandCommand.understand(new StringReader(in), new PrintWriter(out)));
    List<String> lines = out.toString().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("{\"id\":\"1\",\"lang\":"), lines.get(0));
    assertEquals("{\"error\":\"no JSON\"}", lines.get(1));
    assertTrue(lines.get(2).contains("\"intent\":\"help\""), lines.get(2));
  }
}
