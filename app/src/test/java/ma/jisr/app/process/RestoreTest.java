package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import ma.jisr.app.wiring.Stores;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Somebody is erased, and an older copy of the data is brought back: at the next start they are
 * erased again, and nothing of theirs can be read.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class RestoreTest {
  /** How often it is asked: more than any machine needs. */
  private static final int PATIENCE = 300;

  /** Characters of what is sealed; words and codes are shorter. */
  private static final int SEALED = 40;

  /** Where the random id stands for its time, which names nobody: docs/privacy.md. */
  private static final Set<String> STONES = Set.of("people", "erasures", "marks");

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Path config;
  private Path data;

  private String erasures(String... words) {
    List<String> all = new ArrayList<>(List.of("erasures"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertEquals(0, run.code(), run.toString());
    return run.out();
  }

  private void buried() {
    String list = erasures("list");
    for (int i = 0; i < PATIENCE && !list.contains(": buried"); i++) list = erasures("list");
    assertTrue(list.contains(": buried"), list);
  }

  private JisrProcess start() throws Exception {
    return JisrProcess.start(Map.of(), "--config", config.toString()).ready();
  }

  private static void stop(JisrProcess jisr) throws Exception {
    jisr.terminate();
    assertEquals(0, jisr.exit(Node.STOP_BOUND));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) Files.copy(one, to.resolve(from.relativize(one).toString()));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(RestoreTest::deleteOne);
    }
  }

  private static void deleteOne(Path one) {
    try {
      Files.delete(one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a copy of the data, by collection; days are of the message log only. */
  private static Map<String, List<Document>> all(Path data) throws Exception {
    Map<String, List<Document>> all = new TreeMap<>();
    try (Store store = SqliteStore.open(data, Stores.collections())) {
      for (CollectionSpec spec : Stores.collections())
        if (!spec.daily()) all.put(spec.name(), store.scan(spec.name(), "", 1_000).join());
    }
    return all;
  }

  /** What of a document is sealed, wherever it stands. */
  private static void sealed(JsonNode node, List<String> into) {
    if (node.isTextual() && node.asText().length() >= SEALED) into.add(node.asText());
    node.forEach(child -> sealed(child, into));
  }

  @Test
  void anOlderCopyOfTheDataBringsNobodyBack() throws Exception {
    config = CommandRun.sandbox(folder);
    data = folder.resolve("data");
    Path backup = folder.resolve("backup");
    try (JisrProcess jisr = start();
        RadioPhone phone = new RadioPhone(data)) {
      phone.dial("*585#");
      phone.answer("3");
      phone.text("wifi chichaoua");
      assertTrue(phone.sms().contains("Chichaoua"));
      stop(jisr);
    }
    copy(data, backup);
    List<Document> people = all(backup).getOrDefault("people", List.of());
    assertEquals(1, people.size());
    String person = people.getFirst().id();
    List<String> secrets = new ArrayList<>();
    sealed(JSON.readTree(people.getFirst().json()), secrets);
    assertFalse(secrets.isEmpty(), "their key and what it seals");

    try (JisrProcess jisr = start()) {
      assertTrue(erasures("erase", JisrProcess.MSISDN).startsWith("being erased"));
      buried();
      stop(jisr);
    }
    delete(data);
    copy(backup, data);
    try (JisrProcess jisr = start();
        RadioPhone phone = new RadioPhone(data)) {
      jisr.says("1 erased people were in the store");
      assertTrue(phone.dial("*585#").contains("Langue"), "who dials now is somebody new");
      buried();
      stop(jisr);
    }
    all(data)
        .forEach(
            (collection, documents) -> {
              for (Document one : documents) {
                for (String secret : secrets)
                  assertFalse(one.json().contains(secret), collection + " " + one.id());
                if (!STONES.contains(collection))
                  assertFalse((one.id() + one.json()).contains(person), collection + one.id());
              }
            });
  }
}
