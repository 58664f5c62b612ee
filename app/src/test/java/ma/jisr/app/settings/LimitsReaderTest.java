package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.gateway.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsReaderTest {
  @TempDir Path folder;

  private Limits read(String host, String limits) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(
        file,
        "links: [{id: iam, host: %s, tls: true, system-id: jisr, password: \"${PW}\"}]\n%s\n"
            .formatted(host, limits));
    return new SettingsReader(Map.of("PW", "x")).read(file).limits();
  }

  @Test
  void withoutAWordTheUsualOnes() throws IOException {
    assertEquals(Limits.usual(), read("10.0.0.1", ""));
  }

  @Test
  void eachCanBeSet() throws IOException {
    assertEquals(
        new Limits(List.of("2126", "336"), 30, 5000, 20, Duration.ofHours(2)),
        read(
            "10.0.0.1",
            "limits: {destinations: [\"+2126\", \"+336\"], number-hour: 30, feature-day: 5000,"
                + " new-persons: 20/s, first-contact: 2h}"));
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost", "'\"::1\"'", "127.9.9.9"})
  void noneIsForLoopback(String host) throws IOException {
    assertEquals(Limits.none(), read(host, "limits: none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | limits: none | leaves this machine",
        "smsc.example.net | limits: none | leaves this machine",
        "10.0.0.1 | limits: {number-hour: 0} | not a whole number",
        "10.0.0.1 | limits: {feature-day: many} | not a whole number",
        "10.0.0.1 | limits: {new-persons: 5} | not a number of people a second",
        "10.0.0.1 | limits: {new-persons: 0/s} | not a number of people a second",
        "10.0.0.1 | limits: {destinations: [\"06\"]} | not the beginning of an international"
            + " number",
        "10.0.0.1 | limits: {destinations: \"+2126\"} | not a list of words",
        "10.0.0.1 | limits: {first-contact: 3s} | not a time",
        "10.0.0.1 | limits: {per-day: 3} | is not a setting",
        "10.0.0.1 | limits: off | not a list of keys"
      })
  void whatCannotBeMeantIsRefused(String host, String limits, String why) {
    SettingsException refused = assertThrows(SettingsException.class, () -> read(host, limits));
    assertTrue(refused.toString().contains(why), refused.toString());
  }
}
