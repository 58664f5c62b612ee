package ma.jisr.flow.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.jisr.flow.model.Message;

/** The engine's own messages: footers, resume offer, errors, help ({@code common.yaml}). */
public final class CommonTexts {
  private static final String FILE = "/ma/jisr/flow/common.yaml";

  private CommonTexts() {}

  /** Reads them from this room's resources. */
  public static Map<String, Message> load() {
    try (InputStream in = CommonTexts.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is not on the class path");
      return FlowParser.messages(
          "common.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
