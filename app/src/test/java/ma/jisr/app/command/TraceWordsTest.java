package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Ids of messages are taken whatever sign they begin with. */
class TraceWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a8Fk0q3LmZ2x.qZ3", "-8Fk0q3LmZ2x.qZ3", "+212661000001"})
  void anIdMayBeginWithADash(String asked) {
    CommandLine line = Jisr.commandLine();
    line.parseArgs("trace", asked, "--config", "c.yaml");
    TraceCommand trace = Objects.requireNonNull(line.getSubcommands().get("trace")).getCommand();
    assertEquals(asked, trace.asked);
    assertEquals("c.yaml", String.valueOf(trace.config.file));
  }
}
