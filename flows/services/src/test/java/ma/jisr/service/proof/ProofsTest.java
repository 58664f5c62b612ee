package ma.jisr.service.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ma.jisr.base.Vault;
import ma.jisr.service.proof.Proven.Outcome;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final MemoryStore store = new MemoryStore(List.of(Proofs.SPEC));
  private final Vault vault = Vault.passing(new Random(1));
  private final Proofs proofs = new Proofs(store, vault, Codes.under(vault));
  private int calls;

  @Test
  void theRightCodeGivesBackWhatItWasSentFor() {
    String code = ask("amina", "1042 ok", NOON);
    assertTrue(code.matches("[0-9]{6}"), code);
    assertEquals(new Proven(Outcome.RIGHT, "1042 ok"), prove("amina", code, NOON));
  }

  @Test
  void aCodeIsOfOnePersonOneCallAndOneContent() {
    String code = ask("amina", "1042 ok", NOON);
    ask("said", "1042 ok", NOON);
    assertEquals(Outcome.WRONG, prove("said", code, NOON).outcome());
    assertNotEquals(code, ask("amina", "1042 ok", NOON));
    assertEquals(Outcome.WRONG, prove("amina", code, NOON).outcome(), "only the newest holds");
  }

  @Test
  void itHoldsFiveMinutes() {
    String code = ask("amina", "1042 ok", NOON);
    assertEquals(Outcome.RIGHT, prove("amina", code, NOON.plus(Proofs.LIFE)).outcome());
    String next = ask("amina", "1042 ok", NOON);
    Instant late = NOON.plus(Proofs.LIFE).plusSeconds(1);
    assertEquals(Outcome.LATE, prove("amina", next, late).outcome());
    assertEquals(Outcome.LATE, prove("nobody", "123456", NOON).outcome());
  }

  @Test
  void itIsUsedOnceAndOneWrongGuessCancelsIt() {
    String code = ask("amina", "1042 ok", NOON);
    assertEquals(Outcome.WRONG, prove("amina", other(code), NOON).outcome());
    assertEquals(Outcome.LATE, prove("amina", code, NOON).outcome());
    String next = ask("amina", "1042 ok", NOON);
    assertEquals(Outcome.RIGHT, prove("amina", next, NOON).outcome());
    assertEquals(Outcome.LATE, prove("amina", next, NOON).outcome());
  }

  @Test
  void threeWrongOnesLockForADay() {
    for (int i = 0; i < Proofs.FAILURES; i++)
      assertEquals(Outcome.WRONG, prove("amina", other(ask("amina", "x", NOON)), NOON).outcome());
    assertEquals(Optional.empty(), proofs.ask("amina", "next", "x", NOON).join());
    assertEquals(Outcome.LOCKED, prove("amina", "123456", NOON).outcome());
    Instant almost = NOON.plus(Proofs.LOCK).minusSeconds(1);
    assertEquals(Optional.empty(), proofs.ask("amina", "almost", "x", almost).join());
    String code = ask("amina", "x", NOON.plus(Proofs.LOCK));
    assertEquals(Outcome.RIGHT, prove("amina", code, NOON.plus(Proofs.LOCK)).outcome());
    ask("said", "x", NOON);
  }

  @Test
  void aLockHoldsAgainstACodeThatWasOpen() {
    for (int i = 0; i < Proofs.FAILURES - 1; i++)
      prove("amina", other(ask("amina", "x", NOON)), NOON);
    String open = ask("amina", "x", NOON);
    prove("amina", other(open), NOON);
    assertEquals(Outcome.LOCKED, prove("amina", open, NOON).outcome());
  }

  @Test
  void theRightOneForgivesTheWrongOnes() {
    for (int i = 0; i < 9; i++) {
      prove("amina", other(ask("amina", "x", NOON)), NOON);
      prove("amina", ask("amina", "x", NOON), NOON);
    }
    assertFalse(ask("amina", "x", NOON).isEmpty());
  }

  @Test
  void aCallThatIsRepeatedIsAnsweredTheSame() {
    String code = proofs.ask("amina", "call", "x", NOON).join().orElseThrow();
    assertEquals(code, proofs.ask("amina", "call", "x", NOON).join().orElseThrow());
    Proven first = proofs.prove("amina", "proof", code, NOON).join();
    assertEquals(Outcome.RIGHT, first.outcome());
    assertEquals(first, proofs.prove("amina", "proof", code, NOON.plusSeconds(1_000)).join());
  }

  @Test
  void whoeverForgesANumberCostsItsOwnerNoMoreThanSoMany() {
    for (int i = 0; i < Proofs.A_DAY; i++) ask("amina", "x", NOON);
    assertEquals(Optional.empty(), proofs.ask("amina", "more", "x", NOON).join());
    ask("amina", "x", NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void neitherCodesNorPeopleAreInTheStore() {
    String code = ask("amina", "1042 ok", NOON);
    String kept = store.scan(Proofs.SPEC.name(), "", 9).join().toString();
    assertFalse(kept.contains(code) || kept.contains("amina"), kept);
    assertFalse(new Proven(Outcome.RIGHT, "1042 ok").toString().contains("1042"));
    Proofs.retention().remove(store, NOON.plus(Duration.ofDays(31)), 9).join();
    assertEquals(List.of(), store.scan(Proofs.SPEC.name(), "", 9).join());
  }

  @Test
  void aContentIsBounded() {
    String long301 = "x".repeat(Proofs.MOST_CONTENT + 1);
    assertThrows(IllegalArgumentException.class, () -> proofs.ask("amina", "k", long301, NOON));
  }

  private String ask(String person, String content, Instant when) {
    return proofs.ask(person, "call" + calls++, content, when).join().orElseThrow();
  }

  private Proven prove(String person, String code, Instant when) {
    return proofs.prove(person, "call" + calls++, code, when).join();
  }

  private static String other(String code) {
    return code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
  }
}
