package ma.jisr.bench.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Every run's figures, for other programs. */
final class Json {
  private Json() {}

  static void write(Results results, Path file) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            file.toFile(),
            Map.of(
                "machine",
                Machine.described(),
                "runs",
                results.runs(),
                "remarks",
                results.remarks()));
  }
}
