package ma.jisr.service.notices.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import ma.jisr.base.Territory;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.State;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.StoreException;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts put into a folder: taken, reported, moved; and those that wait or are left alone. */
final class CapInboxTest {
  private static final String STAMP = "20261120-170100-000-";

  @TempDir static Path keys;
  @TempDir Path folder;
  private static Signer source;

  private final AtomicBoolean away = new AtomicBoolean();
  private final List<String> trail = Collections.synchronizedList(new ArrayList<>());
  private CapWorld world;
  private CapInbox inbox;

  @BeforeAll
  static void sign() throws Exception {
    source = Signer.made(keys, "source");
  }

  @BeforeEach
  void open() throws Exception {
    world =
        new CapWorld(
            source.certificate(),
            store ->
                new FaultyStore(
                    store,
                    (method, collection) ->
                        away.get()
                            ? new FaultyStore.Fault.Refuse(StoreException.Kind.UNREACHABLE)
                            : new FaultyStore.Fault.Pass()),
            Territory.EVERYWHERE);
    inbox = new CapInbox(folder, world.desk, this::write, world.now::get);
  }

  private CompletableFuture<Void> write(Trail.Line line) {
    trail.add(String.join(", ", line.from(), line.did(), line.of(), line.came().toString()));
    return CompletableFuture.completedFuture(null);
  }

  private Path put(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.from(world.now.get().minusSeconds(60)));
  }

  private void look() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) if (inbox.accepts(file)) inbox.take(file);
    }
  }

  private List<String> files(String sub) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(sub))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private String report(String name) throws IOException {
    return Files.readString(folder.resolve(name + CapInbox.REPORT));
  }

  @Test
  void aSignedOneGoesOut() throws Exception {
    put("a.xml", source.signed(Flood.FILE));
    look();
    assertEquals(List.of(STAMP + "a.xml", STAMP + "a.xml.report.txt"), files("done"));
    Notice notice = world.notices.book().heard().getFirst();
    assertEquals(State.SENDING, notice.state());
    assertEquals(
        "notice " + notice.id() + ", code " + notice.code() + "\n",
        report("done/" + STAMP + "a.xml"));
    assertEquals(List.of("alerts folder, notices.cap, " + notice.id() + ", DONE"), trail);
  }

  @Test
  void whatIsWrongIsToldBesideIt() throws Exception {
    put("a.xml", "<!DOCTYPE alert SYSTEM \"file:///etc/passwd\">" + Flood.FILE);
    put("b.cap", Flood.with("<severity>Severe", "<severity>Terrible"));
    put("c.xml", Flood.with("alerte@eau", "nobody@eau"));
    put("d.xml", Flood.FILE);
    look();
    assertEquals(6, files("failed").size());
    assertEquals(2, files("done").size());
    assertTrue(report("failed/" + STAMP + "a.xml").startsWith("not-xml"));
    assertTrue(
        report("failed/" + STAMP + "b.cap").startsWith("schema at alert/info[1]/severity[1]: "));
    assertTrue(report("failed/" + STAMP + "c.xml").startsWith("unknown-sender at alert/sender"));
    assertTrue(
        report("done/" + STAMP + "d.xml").endsWith("a draft: it is not signed by its source\n"));
  }

  @Test
  void aStoreThatDoesNotAnswerIsWaitedFor() throws Exception {
    Path file = put("a.xml", source.signed(Flood.FILE));
    away.set(true);
    look();
    assertTrue(Files.exists(file));
    away.set(false);
    look();
    assertEquals(2, files("done").size());
    assertEquals(1, world.mailings.begun.size());
  }

  @Test
  void whatIsHostileIsNeverOpened() throws Exception {
    Path other = Files.writeString(keys.resolve("other.xml"), source.signed(Flood.FILE));
    Files.createSymbolicLink(folder.resolve("link.xml"), other);
    put("a;rm.xml", source.signed(Flood.FILE));
    put("a.exe", source.signed(Flood.FILE));
    look();
    assertEquals(List.of(), files("done"));
    assertEquals(List.of(), files("failed"));
  }

  @Test
  void theRouteFindsThem() throws Exception {
    put("a.xml", source.signed(Flood.FILE));
    put("b.xml", "no alert");
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(inbox.routes(Duration.ofMillis(50)));
      NotifyBuilder both = new NotifyBuilder(camel).whenDone(2).create();
      camel.start();
      assertTrue(both.matches(20, TimeUnit.SECONDS));
    }
    assertEquals(2, files("done").size());
    assertEquals(2, files("failed").size());
  }
}
