package ma.jisr.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.jisr.flow.parse.FlowParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"hotspots/hotspots.yaml", "account/language.yaml"})
  void areReadWithoutAProblem(String file) throws IOException {
    try (InputStream in = FlowFilesTest.class.getResourceAsStream(file)) {
      assertNotNull(in);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(List.of(), FlowParser.parse(file, text).problems());
    }
  }
}
