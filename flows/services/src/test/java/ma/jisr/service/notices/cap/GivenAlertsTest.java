package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts that authorities elsewhere have sent, where they lie on this machine. */
final class GivenAlertsTest {
  private static final CapReader READER = new CapReader();

  /** A point of Ontario; some 10 degrees farther south and 74 farther east lies Morocco. */
  private static final Pattern ONTARIO = Pattern.compile("(4\\d\\.\\d+|42),-(8\\d\\.\\d+)");

  private static String file(String name) throws IOException {
    Optional<Path> folder =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(p -> p.resolve("shared/data/cap"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(folder.isPresent(), "the alerts given are not on this machine: skipped");
    return Files.readString(folder.orElseThrow().resolve(name));
  }

  private static CapAlert read(String file) {
    CapReading reading = READER.read(file.getBytes(UTF_8));
    if (reading instanceof CapReading.Refused refused)
      throw new AssertionError(refused.problems().stream().map(CapProblem::line).toList());
    return assertInstanceOf(CapReading.Read.class, reading).alert();
  }

  @Test
  void canada() throws IOException {
    String file = file("google-canada.cap.xml");
    var refused = assertInstanceOf(CapReading.Refused.class, READER.read(file.getBytes(UTF_8)));
    assertEquals(4, refused.problems().size(), "its polygons lie elsewhere");
    assertTrue(refused.problems().stream().allMatch(p -> p.fault() == Fault.SHAPE));
    CapAlert alert =
        read(
            ONTARIO
                .matcher(file)
                .replaceAll(
                    point ->
                        String.format(
                            Locale.ROOT,
                            "%.4f,%.4f",
                            Double.parseDouble(point.group(1)) - 10,
                            74 - Double.parseDouble(point.group(2)))));
    assertEquals("Update", alert.type());
    assertEquals(2, alert.references().size());
    assertEquals("2.49.0.1.124.60f31a3a.2012", alert.references().getLast().identifier());
    assertEquals(List.of("en-CA", "fr-CA"), alert.infos().stream().map(i -> i.language()).toList());
    CapAlert.Info french = alert.infos().getLast();
    assertEquals("veille d'orages violents", french.headline());
    assertEquals(List.of("AllClear"), french.responses());
    assertEquals(2, french.areas().size());
    assertEquals(17, french.areas().getFirst().polygons().getFirst().points().size());
    assertEquals(10, french.areas().getFirst().codes().size());
    assertEquals(Instant.parse("2012-05-03T00:20:00Z"), french.expires());
  }

  @Test
  void tsunami() throws IOException {
    CapAlert alert = read(file("google-wcatwc-warning.cap.xml"));
    assertEquals("http://newwcatwc.arh.noaa.gov/tsuPortal/", alert.sender());
    assertEquals("PAAQ", alert.references().getFirst().sender(), "another than its own");
    CapAlert.Info info = alert.infos().getFirst();
    assertEquals("en-US", info.language());
    assertEquals("Extreme", info.severity());
    assertEquals(Instant.parse("2011-09-02T12:36:50Z"), info.expires());
  }

  @Test
  void amber() throws IOException {
    CapAlert alert = read(file("oasis-amber.cap.xml"));
    assertEquals(Instant.parse("2003-06-12T05:39:00Z"), alert.sent());
    assertEquals(2, alert.infos().size());
    assertEquals(Optional.empty(), alert.infos().getLast().ours(), "Spanish");
  }

  @Test
  void homeland() throws IOException {
    CapAlert alert = read(file("oasis-appendix-hsas-43b080713727.cap.xml"));
    assertTrue(alert.infos().getFirst().instruction().startsWith("A High Condition is declared"));
    assertEquals(List.of(), alert.infos().getFirst().areas().getFirst().polygons());
  }
}
