package ma.jisr.map.report;

import static ma.jisr.map.report.Field.MONDAY_10;
import static ma.jisr.map.report.Field.SPOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that take voices at the same moment: none is lost, none counts twice. */
class VotesRaceTest {
  private final Field field = new Field();

  @Test
  void twoNodesTakeTheTwoVoicesThatAreWanting() {
    // The first node's write waits until the second one has written on what both have read.
    CompletableFuture<Void> second = new CompletableFuture<>();
    Reports slow =
        field.on(
            new FaultyStore(
                field.store,
                (method, collection) ->
                    collection.equals(Reports.SPEC.name()) && method.equals("insert")
                        ? new Fault.Hold(second)
                        : new Fault.Pass()));
    CompletableFuture<Optional<Told>> first = slow.told(voice("amina", Said.BROKEN, "a"));
    assertEquals(Told.NOTED, field.says("said", Said.BROKEN, MONDAY_10));
    assertEquals(State.WORKS, field.state());
    second.complete(null);
    assertEquals(Optional.of(Told.NOTED), first.join());
    assertEquals(State.DOUBTFUL, field.state());
    assertEquals(2, field.reports.waiting(9).join().getFirst().broken());
  }

  @Test
  void aCheckBetweenAVoiceAndItsDoubtHasTheLastWord() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    // The second voice is counted; before the doubt is set, an agent has looked.
    CompletableFuture<Void> looked = new CompletableFuture<>();
    Reports slow =
        new Reports(
            field.store,
            field.map,
            field.vault,
            (actor, hotspot, state, writeId) ->
                looked.thenApply(
                    _ -> {
                      field.set(hotspot, state);
                      return true;
                    }),
            Thanks.NONE,
            ReportRules.USUAL);
    CompletableFuture<Optional<Told>> voice = slow.told(voice("said", Said.BROKEN, "b"));
    field.set(SPOT, State.WORKS);
    field.reports.checked(SPOT, State.WORKS, MONDAY_10.plusSeconds(5), "agent").join();
    looked.complete(null);
    voice.join();
    assertEquals(State.WORKS, field.state());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVoiceIsCountedOnceWhateverTheOrder(int seed) {
    Random random = new Random(seed);
    List<Voice> voices = new ArrayList<>();
    for (int i = 0; i < 30; i++)
      voices.add(voice("person" + i, i % 3 == 0 ? Said.WORKS : Said.BROKEN, "key" + i));
    voices.addAll(List.copyOf(voices)); // each handed in twice
    java.util.Collections.shuffle(voices, random);
    List<CompletableFuture<Optional<Told>>> told = new ArrayList<>();
    Reports other = field.on(field.store);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < voices.size(); i++) {
        Voice voice = voices.get(i);
        Reports node = i % 2 == 0 ? field.reports : other;
        told.add(CompletableFuture.supplyAsync(() -> voice, threads).thenCompose(node::told));
      }
      for (var one : told) assertEquals(Optional.of(Told.NOTED), one.join());
    }
    Waiting said = field.reports.waiting(9).join().getFirst();
    assertEquals(20, said.broken());
    assertEquals(10, said.works());
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void checksOfTwoNodesThankOnce() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.says("said", Said.BROKEN, MONDAY_10);
    Reports other = field.on(field.store);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<CompletableFuture<Void>> both =
          List.of(
              CompletableFuture.supplyAsync(() -> field.reports, threads)
                  .thenCompose(r -> r.checked(SPOT, State.BROKEN, MONDAY_10.plusSeconds(5), "a")),
              CompletableFuture.supplyAsync(() -> other, threads)
                  .thenCompose(r -> r.checked(SPOT, State.BROKEN, MONDAY_10.plusSeconds(6), "b")));
      both.forEach(CompletableFuture::join);
    }
    assertEquals(1, field.thanked.size());
    assertTrue(field.thanked.values().iterator().next().people().contains("amina"));
  }

  private static Voice voice(String person, Said said, String key) {
    return new Voice(SPOT, said, "", person, true, "iam", MONDAY_10, key);
  }
}
