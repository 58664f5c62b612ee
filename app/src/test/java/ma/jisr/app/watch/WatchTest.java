package ma.jisr.app.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.jisr.app.admin.AdminClient.Answer;
import ma.jisr.app.notice.NoticeView;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Progress.Stage;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final StringWriter out = new StringWriter();

  private void told(Stage stage, long total, boolean counted, long sent, long minutes) {
    told(stage, Progress.Wait.NOTHING, total, counted, sent, minutes);
  }

  private void told(
      Stage stage, Progress.Wait waits, long total, boolean counted, long sent, long minutes) {
    Progress progress =
        new Progress(
            stage, waits, total, counted, sent, sent / 2, 1, 0, 0, 0, 0, total - sent - 1, minutes);
    answers.add(new Answer(true, NoticeView.progress(progress).toPrettyString().lines().toList()));
  }

  private List<String> follow(Gauge gauge) throws IOException {
    try (gauge) {
      return new Watch(() -> Optional.ofNullable(answers.poll()), gauge, pauses::add).follow();
    }
  }

  private LineGauge lines() {
    return new LineGauge(new PrintWriter(out));
  }

  @Test
  void linesWithoutATerminalOneForEachChange() throws IOException {
    told(Stage.WAITING, 3, false, 0, -1);
    told(Stage.SENDING, 1_000, true, 499, 3);
    told(Stage.SENDING, 1_000, true, 499, 3);
    told(Stage.SENDING, Progress.Wait.LINKS_DOWN, 1_000, true, 499, -1);
    told(Stage.PAUSED, Progress.Wait.PAUSED, 1_000, true, 600, 0);
    told(Stage.DONE, 1_000, true, 999, 0);
    told(Stage.DONE, 1_000, true, 999, 0);
    assertEquals(List.of(), follow(lines()));
    assertEquals(
        """
        waiting 1 of 3 so far (33%): 0 sent, 0 delivered, 1 failed, 0 unknown
        sending 500 of 1000 (50%): 499 sent, 249 delivered, 1 failed, 0 unknown, 3 min left
        sending 500 of 1000 (50%): 499 sent, 249 delivered, 1 failed, 0 unknown, waits: links down
        paused 601 of 1000 (60%): 600 sent, 300 delivered, 1 failed, 0 unknown, under a minute left
        done 1000 of 1000 (100%): 999 sent, 499 delivered, 1 failed, 0 unknown
        """,
        out.toString().replace("\r\n", "\n"));
    assertEquals(1, answers.size(), "nobody looks at what is over");
    assertEquals(Collections.nCopies(5, Watch.PACE), pauses);
  }

  @Test
  void aBarOnATerminal() throws IOException {
    told(Stage.WAITING, 0, false, 0, -1);
    told(Stage.SENDING, 1_000, true, 499, 3);
    told(Stage.CANCELLED, 1_000, true, 499, 3);
    List<String> drawn = new CopyOnWriteArrayList<>();
    assertEquals(
        List.of(), follow(new BarGauge("n-1", new DelegatingProgressBarConsumer(drawn::add, 200))));
    assertTrue(drawn.getLast().startsWith("n-1"), drawn::toString);
    assertTrue(drawn.getLast().contains(" 50% ["), drawn::toString);
    assertTrue(drawn.getLast().contains("500/1000"), drawn::toString);
    assertTrue(drawn.getLast().contains("cancelled: 499 sent, 249 delivered"), drawn::toString);
    assertTrue(
        drawn.stream().anyMatch(line -> line.contains("sending") && line.contains("3 min left")),
        drawn::toString);
  }

  @Test
  void aNarrowTerminalGetsNoMoreThanItHolds() throws IOException {
    told(Stage.DONE, 1_000_000, true, 999_999, 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(
        List.of(), follow(new BarGauge("n-1", new ConsoleProgressBarConsumer(terminal, 60))));
    for (String line : bytes.toString(StandardCharsets.UTF_8).lines().toList())
      assertTrue(line.length() <= 60, line);
  }

  @Test
  void whatIsRefusedIsToldAndEndsIt() throws IOException {
    answers.add(new Answer(false, List.of("it has not begun to be sent")));
    assertEquals(List.of("it has not begun to be sent"), follow(lines()));
    assertEquals("", out.toString());
  }

  @Test
  void aProcessThatEndsEndsIt() {
    told(Stage.SENDING, 10, true, 1, 1);
    IOException gone = assertThrows(IOException.class, () -> follow(lines()));
    assertEquals("no process runs: start it with ./jisr", gone.getMessage());
  }

  @Test
  void anotherReleaseIsNotGuessedAt() {
    answers.add(new Answer(true, List.of("{\"stage\":\"sending\"}")));
    assertThrows(IOException.class, () -> follow(lines()));
    answers.add(new Answer(true, List.of("sending")));
    assertThrows(IOException.class, () -> follow(lines()));
  }
}
