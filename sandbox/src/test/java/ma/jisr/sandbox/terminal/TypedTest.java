package ma.jisr.sandbox.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.stream.Stream;
import ma.jisr.sandbox.radio.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What typed lines mean. */
class TypedTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("*585#", true, new Command.Dial("*585#")),
        Arguments.of(" *585*1*1042# ", false, new Command.Dial("*585*1*1042#")),
        Arguments.of("1", true, new Command.Answer("1")),
        Arguments.of("0661*2", true, new Command.Answer("0661*2")),
        Arguments.of("=help", true, new Command.Answer("help")),
        Arguments.of("=1", false, new Command.Answer("1")),
        Arguments.of("sms 2121 wifi  amizmiz", true, new Command.Sms("2121", "wifi  amizmiz")),
        Arguments.of("inbox", true, new Command.Inbox()),
        Arguments.of("cancel", true, new Command.Cancel()),
        Arguments.of("drop", false, new Command.Drop()),
        Arguments.of("cell 604-01-3-7", true, new Command.Cell("604-01-3-7")),
        Arguments.of("cell", false, new Command.Cell("")),
        Arguments.of("away", false, new Command.Away()),
        Arguments.of("back", false, new Command.Back()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineAndItsCommand(String line, boolean open, Command command) {
    assertEquals(new Typed.Do(command), Typed.read(line, open));
  }

  @Test
  void linesThatAreNoCommand() {
    assertEquals(new Typed.Nothing(""), Typed.read("  ", true));
    assertInstanceOf(Typed.Nothing.class, Typed.read("1", false));
    assertInstanceOf(Typed.Nothing.class, Typed.read("sms 2121", false));
    assertInstanceOf(Typed.Help.class, Typed.read("help", true));
    assertInstanceOf(Typed.Wait.class, Typed.read("wait", true));
    assertInstanceOf(Typed.Quit.class, Typed.read("quit", true));
  }
}
