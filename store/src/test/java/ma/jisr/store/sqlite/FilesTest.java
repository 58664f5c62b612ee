package ma.jisr.store.sqlite;

import static java.nio.file.StandardOpenOption.WRITE;
import static ma.jisr.store.StoreException.Kind.DAMAGED;
import static ma.jisr.store.StoreException.Kind.LOCKED;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a store: who may open them, and what becomes of damaged ones. */
final class FilesTest {
  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void fill() {
    folder = temp.resolve("data");
    try (SqliteStore store = open()) {
      List<Document> people = new ArrayList<>();
      for (int i = 0; i < 500; i++) people.add(KillTest.body("p" + i, 0));
      get(store.insert("people", people, Priority.TURN));
    }
  }

  private SqliteStore open() {
    return SqliteStore.open(folder, UnderTest.SPECS);
  }

  @Test
  void partsOfDaysAreFoundAgainAndChecked() {
    String part = new DayPart("marks", LocalDate.of(2026, 11, 21)).name();
    for (String id : List.of("a", "b"))
      try (SqliteStore store = open()) {
        get(store.insert(part, List.of(doc(id, "{}")), Priority.BACKGROUND));
      }
    try (SqliteStore store = open()) {
      assertEquals(List.of(LocalDate.of(2026, 11, 21)), get(store.days("marks")));
      assertEquals(2, get(store.scan(part, "", 10)).size());
      assertEquals(2, store.check().documents().get("marks"));
      assertEquals(1, get(store.drop("marks", LocalDate.of(2026, 11, 22))));
    }
    try (SqliteStore store = open()) {
      assertEquals(List.of(), get(store.days("marks")));
      assertTrue(store.check().clean());
    }
  }

  @Test
  void theFirstInsertOfADayNeverRunsBeforeItsTableIsMade() {
    try (SqliteStore store = open()) {
      List<CompletableFuture<List<Outcome>>> inserts = new ArrayList<>();
      for (int day = 0; day < 200; day++) {
        // The writer is at work on the background while each new day comes.
        String part = new DayPart("marks", LocalDate.of(2026, 1, 1).plusDays(day)).name();
        for (String id : List.of("a", "b", "c"))
          inserts.add(store.insert(part, List.of(doc(id, "{}")), Priority.BACKGROUND));
      }
      for (CompletableFuture<List<Outcome>> insert : inserts)
        assertEquals(List.of(Outcome.INSERTED), get(insert));
    }
  }

  private StoreException refusal() {
    return assertThrows(StoreException.class, () -> open().close());
  }

  @Test
  void aSecondStoreOfThisProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
    try (SqliteStore first = open()) {
      assertEquals(LOCKED, refusal().kind());
      assertEquals(LOCKED, refusal().kind());
      String said = otherProcess();
      assertTrue(said.startsWith("LOCKED"), said);
      assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
      get(first.insert("people", List.of(doc("more", "{}")), Priority.TURN));
    }
    assertEquals("opened", otherProcess());
  }

  /** Opens the folder in another process; what it said. */
  private String otherProcess() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Opener.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      return String.join("\n", lines.lines().toList());
    } finally {
      child.waitFor();
    }
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (SqliteStore store = open()) {
      get(store.insert("people", List.of(doc("more", "{}")), Priority.TURN));
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList())
          assertEquals(
              "rw-------",
              PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
              file.toString());
      }
    }
  }

  /** Ways to damage a file. */
  enum Damage {
    HEADER {
      @Override
      void to(FileChannel file) throws IOException {
        file.write(ByteBuffer.wrap(new byte[64]), 0);
      }
    },
    MIDDLE {
      @Override
      void to(FileChannel file) throws IOException {
        byte[] noise = new byte[64 * 1024];
        new Random(1).nextBytes(noise);
        file.write(ByteBuffer.wrap(noise), file.size() / 2);
      }
    },
    TRUNCATED {
      @Override
      void to(FileChannel file) throws IOException {
        file.truncate(file.size() / 2);
      }
    },
    OTHER {
      @Override
      void to(FileChannel file) throws IOException {
        file.truncate(0);
        file.write(
            ByteBuffer.wrap(
                "not a database at all".repeat(500).getBytes(StandardCharsets.US_ASCII)));
      }
    };

    abstract void to(FileChannel file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedFileIsRefusedAndLeftAsItIs(Damage damage) throws IOException {
    Path live = folder.resolve("live.db");
    try (FileChannel file = FileChannel.open(live, WRITE)) {
      damage.to(file);
    }
    byte[] before = Files.readAllBytes(live);
    StoreException refusal = refusal();
    assertEquals(DAMAGED, refusal.kind());
    assertTrue(String.valueOf(refusal.getMessage()).contains("live.db"), refusal.getMessage());
    assertEquals(DAMAGED, refusal().kind(), "and again: the lock was given back");
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(live)));
    assertFalse(StoreCheck.of(folder, UnderTest.SPECS).clean());
  }

  @Test
  void aLargeFileIsServedWhileItIsChecked() {
    try (SqliteStore store = later()) {
      assertTrue(store.whole().join());
      assertEquals(Optional.empty(), store.get("people", "nobody").join());
    }
  }

  @Test
  void aLargeFileIsServedNoMoreOnceItIsKnownToBeDamaged() throws IOException {
    try (FileChannel file = FileChannel.open(folder.resolve("live.db"), WRITE)) {
      Damage.MIDDLE.to(file);
    }
    try (SqliteStore store = later()) {
      assertFalse(store.whole().join());
      assertEquals(DAMAGED, kind(store.get("people", "nobody")));
      Document late = new Document("x", 0, "w", "{}");
      assertEquals(DAMAGED, kind(store.insert("people", List.of(late), Priority.TURN)));
    }
  }

  private static StoreException.Kind kind(CompletableFuture<?> failed) {
    CompletionException failure = assertThrows(CompletionException.class, failed::join);
    return assertInstanceOf(StoreException.class, failure.getCause()).kind();
  }

  @Test
  void aLargeFileThatIsCutShortIsRefusedAtOnce() throws IOException {
    try (FileChannel file = FileChannel.open(folder.resolve("live.db"), WRITE)) {
      Damage.TRUNCATED.to(file);
    }
    StoreException refusal = assertThrows(StoreException.class, this::later);
    assertEquals(DAMAGED, refusal.kind());
  }

  private SqliteStore later() {
    return SqliteStore.open(folder, UnderTest.SPECS, Settings.usual().withCheckedFirst(0));
  }

  @Test
  void aLogWithoutItsFileIsRefused() throws IOException {
    Files.move(folder.resolve("live.db"), folder.resolve("live.db-wal"));
    assertEquals(DAMAGED, refusal().kind());
  }

  @Test
  void aNewerReleasesFileIsRefused() throws SQLException {
    pragma("user_version=" + (Schema.LAYOUT + 1));
    StoreException refusal = refusal();
    assertEquals(DAMAGED, refusal.kind());
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("newer release"), refusal.getMessage());
  }

  @Test
  void anotherProgramsFileIsRefused() throws SQLException {
    pragma("application_id=1");
    assertEquals(DAMAGED, refusal().kind());
  }

  private void pragma(String pragma) throws SQLException {
    try (Statements direct = Connections.usual(folder.resolve("live.db")).writer()) {
      direct.run("PRAGMA " + pragma);
    }
  }

  @Test
  void theCheckCountsAndFindsWhatIsNoObject() throws SQLException {
    StoreCheck.Report clean = StoreCheck.of(folder, UnderTest.SPECS);
    assertTrue(clean.clean(), clean.toString());
    assertEquals(500, clean.documents().get("people"));
    assertEquals(0, clean.documents().get("log"));
    try (SqliteStore store = open()) {
      assertEquals(
          LOCKED,
          assertThrows(StoreException.class, () -> StoreCheck.of(folder, UnderTest.SPECS)).kind());
      Document still = get(store.get("people", "p7")).orElseThrow();
      assertEquals(0, still.version());
    }
    try (Statements direct = Connections.usual(folder.resolve("live.db")).writer()) {
      direct.run("PRAGMA ignore_check_constraints=ON");
      direct.run("UPDATE people SET body='[1]' WHERE id='p3'");
    }
    StoreCheck.Report report = StoreCheck.of(folder, UnderTest.SPECS);
    assertEquals(1, report.findings().size(), report.toString());
    assertEquals("live.db", report.findings().getFirst().file());
  }
}
