package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.place.MatchLine;
import ma.jisr.app.place.MatchSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in, a line each with the three best places and their scores out. */
final class MatchCommandTest {
  @TempDir Path folder;

  private static List<String> answers(MatchSource source, String in) throws IOException {
    StringWriter out = new StringWriter();
    assertEquals(0, MatchCommand.match(source, new StringReader(in), new PrintWriter(out)));
    return out.toString().lines().toList();
  }

  private static MatchSource bundled(boolean ids) throws IOException {
    return MatchSource.of(List.of(), ids);
  }

  @Test
  void answersInTheOrderOfTheLines() throws IOException {
    List<String> lines =
        answers(
            bundled(false),
            "shishawa\n\n\u0634\u064a\u0634\u0627\u0648\u0629\r\n"
                + "x".repeat(5_000)
                + "\nbad \uFFFD bytes\n  a\tb  \nqwertyuiop\nimi n tanout");
    assertEquals(8, lines.size());
    for (String line : lines) assertEquals(7, line.split("\t", -1).length, line);
    assertTrue(lines.get(0).startsWith("shishawa\tChichaoua\t1."), lines.get(0));
    assertEquals(MatchLine.NOTHING, lines.get(1));
    assertTrue(lines.get(2).startsWith("\u0634\u064a\u0634\u0627\u0648\u0629\tChichaoua\t1."));
    assertEquals(MatchLine.NOTHING, lines.get(3), "too long");
    assertEquals(MatchLine.NOTHING, lines.get(4), "no text");
    assertTrue(lines.get(5).startsWith("a b\t"));
    assertEquals("qwertyuiop" + MatchLine.NOTHING, lines.get(6));
    assertTrue(lines.get(7).startsWith("imi n tanout\tImintanoute\t"));
  }

  @Test
  void writesIdsWhenAsked() throws IOException {
    assertTrue(
        answers(bundled(true), "amzmiz\n").getFirst().startsWith("amzmiz\tal-haouz.amizmiz\t"));
  }

  @Test
  void triesAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.csv"), "name,lat,lon,province\nTizgui Nouamane,31.22,-8.2,07.041\n");
    assertTrue(
        answers(MatchSource.of(List.of(file), false), "tizgi nouman\n")
            .getFirst()
            .startsWith("tizgi nouman\tTizgui Nouamane\t"));
  }

  @Test
  void asksTheProcessInPartsThatItTakes() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    MatchSource process =
        MatchSource.parts(
            words -> {
              sizes.add(String.join(" ", words).length());
              return List.of(words).subList(1, words.length).stream().map(w -> "\t" + w).toList();
            },
            "names");
    StringBuilder in = new StringBuilder();
    for (int i = 0; i < 1_200; i++)
      in.append("\u0634\u064a\u0634\u0627\u0648\u0629 ").append(i).append('\n');
    List<String> lines = answers(process, in.toString());
    assertEquals(1_200, lines.size());
    assertTrue(lines.get(777).endsWith("+777"), lines.get(777));
    assertTrue(sizes.size() > 10);
    for (int size : sizes) assertTrue(size < 4_000, () -> size + " characters");
  }
}
