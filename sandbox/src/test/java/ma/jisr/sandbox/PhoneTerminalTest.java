package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.terminal.Console;
import ma.jisr.sandbox.terminal.PhoneTerminal;
import ma.jisr.sandbox.terminal.Tour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal phone and the tour, from typed line to printed line. */
class PhoneTerminalTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void aSession() throws Exception {
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port())) {
      assertNotNull(esme);
      String typed = "1\n*585#\n1\nsms 2121 wifi\nwait\nquit\n";
      assertEquals(0, new PhoneTerminal(console(typed), Handset.BASIC).run(folder, Worlds.USER));
    }
    String shown = printed.toString(StandardCharsets.UTF_8);
    assertEquals(
        """
        Phone +212661000001 is on. Type help for what can be typed.
        > 1
        No screen is open. Dial a code such as *585#, or type help.
        > *585#
        ┌──────────────────────────────────┐
        │ Where are you?                   │
        │ 1 Amizmiz                        │
        └──────────────────────────────────┘
        (24 of 182 septets) 6 key presses, 0.00 DH so far
        > 1
        ┌──────────────────────────────────┐
        │ You typed: 1                     │
        └──────────────────────────────────┘
        (12 of 182 septets, end) 8 key presses, 0.00 DH so far
        > sms 2121 wifi
        """,
        shown.substring(0, shown.indexOf("wifi\n") + 5));
    assertTrue(shown.contains("Sent, 1 segment. 23 key presses, 1.00 DH so far\n"), shown);
    assertTrue(shown.contains("│ You texted: wifi"), shown);
  }

  @Test
  void aSessionThatDrops() throws Exception {
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port())) {
      assertNotNull(esme);
      String typed = "*585#\ndrop\nhelp\n*585#\ncancel\n";
      assertEquals(0, new PhoneTerminal(console(typed), Handset.BASIC).run(folder, Worlds.USER));
    }
    String shown = printed.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("> drop\n! Connection lost\n> help\n*585#  "), shown);
    assertTrue(shown.endsWith("> cancel\n! Cancelled\n"), shown);
  }

  @Test
  void withoutASandbox() {
    assertEquals(1, new PhoneTerminal(console(""), Handset.BASIC).run(folder, Worlds.USER));
    assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("No sandbox runs"));
  }

  @Test
  void aTour() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    var steps =
        List.of(
            new Tour.Step("Dial the code.", "*585#", "Where"),
            new Tour.Step("", "1", "You typed: 1"),
            new Tour.Step("The same by SMS.", "sms 2121 wifi", "You texted: wifi"));
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port())) {
      assertNotNull(esme);
      var tour = new Tour(console(""), Handset.BASIC, pauses::add);
      assertTrue(tour.play(folder, Worlds.USER, steps, Duration.ofSeconds(4)));
      assertFalse(
          tour.play(
              folder,
              "+212661000002",
              List.of(new Tour.Step("", "*585#", "Other")),
              Duration.ZERO));
    }
    assertEquals(3, pauses.size());
    String shown = printed.toString(StandardCharsets.UTF_8);
    assertTrue(shown.startsWith("Dial the code.\n> *585#\n┌"), shown);
    assertTrue(shown.endsWith("! expected: Other...\n"), shown);
  }

  private Console console(String typed) {
    return Console.plain(
        new StringReader(typed), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }
}
