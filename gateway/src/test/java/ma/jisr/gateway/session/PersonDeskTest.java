package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Input;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import org.junit.jupiter.api.Test;

/** What is done to persons' documents from outside a turn, on one process's virtual loop. */
class PersonDeskTest {
  private static final Address PHONE = new Address("tel", TestGateway.PHONE);
  private static final Duration SILENT = Duration.ofDays(180);

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
  private final PersonDesk desk = gateway.engine.persons();

  private <T> T done(CompletableFuture<T> future) {
    gateway.loop.run();
    return future.getNow(null);
  }

  private String who(Address address) {
    return done(desk.known(address)).orElse("");
  }

  private void erase(String person, List<String> names) {
    done(desk.unname(person, names));
    done(desk.leave(person));
    assertTrue(done(desk.bury(person, false)));
  }

  @Test
  void whoHasBeenErasedIsAStoneWithoutAKeyAndIsGreetedAsSomebodyNew() {
    gateway.sms("1", "hello");
    String before = who(PHONE);
    erase(before, List.of(keys.alias(PHONE)));
    String stone = Objects.requireNonNull(store.all(SessionCollections.PEOPLE).get(before)).json();
    assertFalse(stone.contains("key") || stone.contains("sealed"), stone);
    gateway.sms("2", "hello again");
    String after = who(PHONE);
    assertNotEquals(before, after);
    assertEquals(List.of("1 accepted", "2 accepted"), gateway.acks);
    assertEquals("MESSAGE you said hello again", gateway.channel.texts().getLast());
  }

  @Test
  void everyStepMayBeDoneAgain() {
    gateway.sms("1", "hello");
    String person = who(PHONE);
    List<String> names = List.of(keys.alias(PHONE));
    for (int i = 0; i < 2; i++) erase(person, names);
    for (int i = 0; i < 2; i++) done(desk.clear(person));
    assertTrue(store.all(SessionCollections.PEOPLE).isEmpty());
    gateway.sms("2", "hello again");
    String newcomer = who(PHONE);
    done(desk.unname(person, names));
    done(desk.clear(newcomer)); // no stone
    assertEquals(newcomer, who(PHONE));
    assertEquals(1, store.all(SessionCollections.PEOPLE).size());
  }

  @Test
  void nothingIsSaidAnyMoreToWhoLeavesButWhatWasSaidStillGoes() {
    gateway.sms("1", "hello");
    String person = who(PHONE);
    gateway.channel.down();
    gateway.sms("2", "the last words");
    done(desk.unname(person, List.of(keys.alias(PHONE))));
    done(desk.leave(person));
    assertFalse(done(desk.bury(person, false)), "the last words are still to go");
    Notice late =
        new Notice(
            "echo", "too late", Map.of(), Urgency.REPLY, gateway.loop.now().plusSeconds(900));
    done(gateway.engine.messenger().send(person, late, "k1"));
    assertTrue(store.all(SessionCollections.INBOX).isEmpty(), "taken, and told to nobody");
    int tried = gateway.channel.given.size();
    gateway.channel.bound();
    gateway.pass(Duration.ofMinutes(2));
    assertEquals("MESSAGE you said the last words", gateway.channel.texts().getLast());
    assertTrue(done(desk.bury(person, false)));
    gateway.pass(Duration.ofMinutes(2));
    assertEquals(tried + 1, gateway.channel.given.size());
  }

  @Test
  void aMessageUnderWayIsNotWaitedForForEver() {
    gateway.sms("1", "hello");
    String person = who(PHONE);
    gateway.channel.down();
    gateway.sms("2", "never sent");
    assertFalse(done(desk.bury(person, false)));
    assertTrue(done(desk.bury(person, true)));
    int tried = gateway.channel.given.size();
    gateway.channel.bound();
    gateway.pass(Duration.ofMinutes(5));
    assertEquals(tried, gateway.channel.given.size());
  }

  @Test
  void stopOutlivesThePersonAndJoinEndsIt() {
    gateway.sms("1", "hello");
    String person = who(PHONE);
    done(desk.stop(PHONE, true, gateway.loop.now()));
    erase(person, List.of(keys.alias(PHONE)));
    gateway.sms("2", "hello again");
    assertTrue(done(desk.document(who(PHONE))).orElseThrow().person().profile().stopped());
    assertTrue(done(desk.stopped(PHONE)));
    assertFalse(
        store.all(SessionCollections.STOPS).toString().contains(TestGateway.PHONE.substring(3)));
    done(desk.stop(PHONE, false, gateway.loop.now()));
    erase(who(PHONE), List.of(keys.alias(PHONE)));
    gateway.sms("3", "and again");
    assertFalse(done(desk.document(who(PHONE))).orElseThrow().person().profile().stopped());
  }

  /** Another process, so much later: days pass in which nothing is to be done. */
  private TestGateway after(Duration time, Silence silence) {
    TestGateway later = new TestGateway(store, keys, "p2", TestGateway.START.plus(time));
    later.engine.silence(silence);
    return later;
  }

  @Test
  void aNumberThatWasSilentForHalfAYearIsSomebodyNew() {
    List<String> abandoned = new ArrayList<>();
    Silence silence =
        new Silence(
            SILENT,
            person -> {
              abandoned.add(person);
              return CompletableFuture.completedFuture(null);
            });
    gateway.sms("1", "hello");
    gateway.sms("2", "hello"); // heard twice: not forgotten by itself
    String before = who(PHONE);
    after(SILENT, silence).sms("3", "still me");
    assertEquals(before, who(PHONE));
    TestGateway late = after(SILENT.multipliedBy(2).plusDays(1), silence);
    late.sms("4", "who am I");
    assertNotEquals(before, who(PHONE));
    assertEquals(List.of(before), abandoned);
    assertEquals("4 accepted", late.acks.getLast());
    assertEquals("MESSAGE you said who am I", late.channel.texts().getLast());
  }

  @Test
  void anAbandonedNumberStaysTheOldPersonsUntilThatIsWrittenDown() {
    gateway.sms("1", "hello");
    gateway.sms("2", "hello");
    String before = who(PHONE);
    TestGateway late =
        after(
            SILENT.plusDays(1),
            new Silence(
                SILENT, person -> CompletableFuture.failedFuture(new IllegalStateException())));
    late.sms("3", "who am I");
    assertEquals("3 busy", late.acks.getLast());
    assertEquals(before, who(PHONE));
  }

  @Test
  void whatWaitsIsHidden() {
    gateway.dial("1", "d1");
    gateway.abort("2", "d1");
    gateway.channel.down();
    gateway.sms("3", "a private matter");
    String person = who(PHONE);
    done(desk.hide(person, "none"));
    int tried = gateway.channel.given.size();
    gateway.channel.bound();
    gateway.pass(Duration.ofMinutes(5));
    assertEquals(tried, gateway.channel.given.size());
    gateway.sms("4", "hello");
    assertEquals("MESSAGE you said hello", gateway.channel.texts().getLast());
  }

  @Test
  void aChatIsTiedToAPhone() {
    Address chat = new Address("telegram", "77");
    gateway.sms("1", "hello");
    String owner = who(PHONE);
    gateway.chat("2", chat, "hello from the chat");
    String lone = who(chat);
    assertNotEquals(owner, lone);
    assertEquals(owner, done(desk.tie(lone, PHONE)).orElseThrow());
    assertEquals(owner, who(chat));
    assertEquals(owner, done(desk.tie(lone, PHONE)).orElseThrow(), "again");
    PersonDocument tied = done(desk.document(owner)).orElseThrow();
    assertEquals(List.of(PHONE, chat), tied.addresses());
    gateway.chat("3", chat, "how sure");
    assertEquals(
        Assurance.LINKED, ((Input.Said) gateway.stepper.stepped.getLast()).via().assurance());
    assertEquals("3 accepted", gateway.acks.getLast());
  }

  @Test
  void oneChatOfAKindIsTiedAndTheOtherIsAStrangersAgain() {
    Address first = new Address("telegram", "77");
    Address second = new Address("telegram", "78");
    gateway.chat("1", first, "hello");
    String owner = done(desk.tie(who(first), PHONE)).orElseThrow();
    gateway.chat("2", second, "hello");
    assertEquals(owner, done(desk.tie(who(second), PHONE)).orElseThrow());
    assertEquals("", who(first));
    assertEquals(owner, who(second));
    assertEquals(owner, who(PHONE), "made known, and lasting");
  }

  @Test
  void abroadNobodyIsTied() {
    Address chat = new Address("telegram", "77");
    gateway.chat("1", chat, "hello");
    assertTrue(done(desk.tie(who(chat), new Address("tel", "33612345678"))).isEmpty());
    assertNotEquals("", who(chat));
  }
}
