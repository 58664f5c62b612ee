package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import ma.jisr.map.report.ReportRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsReaderTest {
  @TempDir Path folder;

  private ReportRules read(String reports) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(file, "sandbox: true\n" + reports + '\n');
    return new SettingsReader(Map.of()).read(file).reports();
  }

  @Test
  void withoutAWordTheUsualOnes() throws IOException {
    assertEquals(ReportRules.USUAL, read(""));
    assertEquals(ReportRules.USUAL, Settings.ofSandbox(folder).reports());
  }

  @Test
  void eachCanBeSet() throws IOException {
    assertEquals(
        new ReportRules(3, Duration.ofDays(30), 10, 1),
        read("reports: {voices: 3, window: 30d, hotspots-a-day: 10, new-a-day: 1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "voices: 1 | reports.voices: is not a whole number from 2 to 5",
        "voices: 6 | reports.voices: is not a whole number from 2 to 5",
        "voices: two | reports.voices: is not a whole number from 2 to 5",
        "voices: [2] | reports.voices: is not a single value",
        "window: 23h | reports.window: is not a time from 1d to 90d",
        "window: 91d | reports.window: is not a time from 1d to 90d",
        "window: 14 | reports.window: is not a time from 1d to 90d",
        "hotspots-a-day: 0 | reports.hotspots-a-day: is not a whole number from 1 to 50",
        "new-a-day: 51 | reports.new-a-day: is not a whole number from 1 to 50",
        "voice: 3 | reports.voice: is not a setting",
      })
  void whatCannotBeMeantIsRefused(String setting, String why) {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> read("reports: {" + setting + "}"));
    assertTrue(refused.toString().contains(why), refused.toString());
  }
}
