package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.terminal.Console;
import ma.jisr.sandbox.terminal.PhoneTerminal;
import ma.jisr.sandbox.terminal.Tour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt of a wallet's provider on the terminal phone: transcripts. */
class PromptTerminalTest {
  /** A line of a script that is not typed: a program asks for 45 DH then, and a second passes. */
  private static final String ASKED = "(a program asks for 45 DH)";

  /** The same, and the prompt has been printed before the next line is typed. */
  private static final String PROMPTED = ASKED + " and the prompt is shown";

  /** The provider's next attempt, five seconds later; the prompt has been printed. */
  private static final String AGAIN = "(five seconds later the prompt is shown)";

  private static final String PROMPT =
      """
      ┌──────────────────────────────────┐
      │ Wallet A (ex.)                   │
      │ Payer 45 DH a Epicerie Baraka    │
      │ (ex.)? Frais 0 DH. Ref JSR-7F3K2 │
      │ Votre code PIN (0 refuser):      │
      └──────────────────────────────────┘
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void thePinIsMasked() throws Exception {
    String shown = transcript("*585#", "1", PROMPTED, "wait prompt", "1234", "2 dirhams", "quit");
    assertEquals(
        """
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
        """
            + PROMPT
            + """
            (105 of 182 septets) 8 key presses, 0.00 DH so far
            > wait prompt
            > ****
            ┌──────────────────────────────────┐
            │ Paye: 45 DH a Epicerie Baraka    │
            │ (ex.). Recu 12345. Solde 105 DH. │
            └──────────────────────────────────┘
            (62 of 182 septets, end) 13 key presses, 0.00 DH so far
            > 2 dirhams
            No screen is open. Dial a code such as *585#, or type help.
            > quit
            """,
        shown.replaceAll("Recu [0-9]+", "Recu 12345"));
    assertFalse(shown.contains("1234."), shown);
  }

  @Test
  void aWrongPinIsMaskedTooAndARefusalEndsIt() throws Exception {
    String shown = transcript(PROMPTED, "wait prompt", "9876", "0", "1234", "quit");
    assertTrue(shown.contains("> ****\n┌"), shown);
    assertTrue(shown.contains("│ Code PIN faux. Encore 2          │\n│ essai(s).   "), shown);
    assertTrue(shown.contains("> *\n┌"), shown);
    assertTrue(shown.contains("│ Demande refusee. Rien n'est      │\n│ debite.  "), shown);
    // The question is gone, and with it the mask.
    assertTrue(shown.contains("> 1234\nNo screen is open."), shown);
    assertFalse(shown.contains("9876"), shown);
  }

  @Test
  void anOpenScreenKeepsThePromptAway() throws Exception {
    String shown = transcript("*585#", ASKED, "inbox", "1", AGAIN, "0", "quit");
    assertEquals(
        """
        > *585#
        ┌──────────────────────────────────┐
        │ Where are you?                   │
        │ 1 Amizmiz                        │
        └──────────────────────────────────┘
        (24 of 182 septets) 6 key presses, 0.00 DH so far
        > inbox
        > 1
        ┌──────────────────────────────────┐
        │ You typed: 1                     │
        └──────────────────────────────────┘
        (12 of 182 septets, end) 8 key presses, 0.00 DH so far
        """
            + PROMPT
            + """
            (105 of 182 septets) 8 key presses, 0.00 DH so far
            > *
            ┌──────────────────────────────────┐
            │ Demande refusee. Rien n'est      │
            │ debite.                          │
            └──────────────────────────────────┘
            (35 of 182 septets, end) 10 key presses, 0.00 DH so far
            > quit
            """,
        shown);
  }

  @Test
  void diallingEndsThePromptAndItComesAgain() throws Exception {
    String shown = transcript(PROMPTED, "*585#", "1", AGAIN, "1234", "quit");
    int first = shown.indexOf("Wallet A");
    int dialled = shown.indexOf("> *585#");
    int again = shown.lastIndexOf("Wallet A");
    assertTrue(first < dialled && dialled < again, shown);
    // What was typed in between went to the program, and is no secret.
    assertTrue(shown.contains("> 1\n┌──────────────────────────────────┐\n│ You typed: 1 "), shown);
    assertTrue(shown.contains("> ****\n"), shown);
    assertTrue(shown.contains("│ Paye: 45 DH a Epicerie Baraka    │"), shown);
  }

  @Test
  void aTourPays() throws Exception {
    var steps =
        List.of(
            new Tour.Step("Dial.", "*585#", "Where"),
            new Tour.Step("Go.", "1", "You typed: 1"),
            new Tour.Step("The provider asks.", "wait prompt", "Wallet A (ex.)"),
            new Tour.Step("", "1234", "Paye: 45 DH"));
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port())) {
      var played = new AtomicInteger();
      assertTrue(esme != null);
      var tour =
          new Tour(
              Console.plain(new StringReader(""), out),
              Handset.BASIC,
              pause -> {
                if (played.incrementAndGet() == 2) {
                  asked(world);
                }
              });
      assertTrue(tour.play(folder, Worlds.USER, steps, Duration.ZERO));
    }
    String shown = printed.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("> ****\n"), shown);
    assertFalse(shown.contains("1234\n"), shown);
  }

  private static void asked(Worlds world) {
    try {
      Requests.asked(world);
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private String transcript(String... lines) throws Exception {
    try (var world = new Worlds(folder);
        var esme = new AutoEsme(world.sandbox.port())) {
      assertEquals(true, esme != null);
      var script = new StringReader(String.join("\n", lines) + "\n");
      var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      var console = new Scripted(Console.plain(script, new Quiet(out)), world, new Semaphore(0));
      assertEquals(0, new PhoneTerminal(console, Handset.BASIC).run(folder, Worlds.USER));
    }
    String all = printed.toString(StandardCharsets.UTF_8);
    return all.substring(all.indexOf("\n") + 1);
  }

  /** Drops the echo of what was not typed. */
  private static final class Quiet extends PrintStream {
    Quiet(PrintStream out) {
      super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(@Nullable String text) {
      if (text == null || !(text.contains(ASKED) || text.contains(AGAIN))) {
        super.print(text);
      }
    }
  }

  /** Does what is not typed when its line comes. */
  private record Scripted(Console console, Worlds world, Semaphore shown) implements Console {
    @Override
    public @Nullable String line() {
      String line = console.line();
      boolean asked = line != null && line.startsWith(ASKED);
      if (!asked && !AGAIN.equals(line)) {
        return line;
      }
      try {
        if (asked) {
          Requests.asked(world);
        } else {
          Requests.pass(world, 5);
        }
        if (!ASKED.equals(line)) {
          assertTrue(shown.tryAcquire(10, TimeUnit.SECONDS), "no prompt came");
        }
      } catch (Exception broken) {
        throw new AssertionError(broken);
      }
      return line();
    }

    @Override
    public void print(String text) {
      console.print(text);
      if (text.contains("Votre code PIN")) {
        shown.release();
      }
    }

    @Override
    public void secret(boolean now) {
      console.secret(now);
    }

    @Override
    public boolean script() {
      return console.script();
    }
  }
}
