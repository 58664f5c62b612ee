package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import ma.jisr.base.Address;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** An agent's phone before its first message, and after it was forgotten. */
class EnrolmentTest {
  private static final Address PHONE = new Address("tel", TestGateway.PHONE);

  private final Store store = new MemoryStore(SessionCollections.specs());
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
  private final Enrolment enrolment =
      new Enrolment(store, keys, () -> TestGateway.START, new Random(2));

  private String enrol() {
    return enrolment.person(PHONE).join();
  }

  private boolean kept(String person) {
    return store.get(SessionCollections.PEOPLE, person).join().isPresent();
  }

  @Test
  void whoIsEnrolledFirstIsThePersonWhoTextsLater() {
    String person = enrol();
    assertEquals(person, enrol());
    assertEquals(0, store.scan(SessionCollections.PEOPLE, "", 9).join().size());
    gateway.sms("m1", "wifi");
    assertTrue(kept(person));
    assertEquals(person, enrol());
  }

  @Test
  void theNumberOfWhoHasTextedIsKnownToWhomItConcerns() {
    gateway.sms("m1", "wifi");
    Numbers numbers = new Numbers(gateway.loop, store, keys);
    var number = numbers.of(enrol());
    gateway.pass(Duration.ofSeconds(1));
    assertEquals(Optional.of(TestGateway.PHONE), number.join());
    var nobody = numbers.of("nobody");
    gateway.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), nobody.join());
  }

  @Test
  void whoHasTextedIsEnrolledAsThatPerson() {
    gateway.sms("m1", "wifi");
    assertTrue(kept(enrol()));
  }

  /** Forgotten after a day of silence, whoever was enrolled is the same person afterwards. */
  @Test
  void whoIsForgottenComesBackAsTheSame() {
    gateway.sms("m1", "wifi");
    String person = enrol();
    String stranger = "212661000009";
    gateway.from(stranger).sms("s1", "wifi");
    String other = enrolled(stranger, false);
    gateway.pass(Duration.ofHours(26));
    assertEquals(
        0, store.scan(SessionCollections.PEOPLE, "", 9).join().size(), "both were forgotten");
    gateway.from(TestGateway.PHONE).sms("m2", "wifi");
    assertTrue(kept(person));
    gateway.from(stranger).sms("s2", "wifi");
    assertNotEquals(other, enrolled(stranger, true), "nobody had enrolled them");
  }

  private String enrolled(String number, boolean now) {
    if (now) return enrolment.person(new Address("tel", number)).join();
    return Aliases.person(
        store
            .get(SessionCollections.ALIASES, keys.alias(new Address("tel", number)))
            .join()
            .orElseThrow());
  }
}
