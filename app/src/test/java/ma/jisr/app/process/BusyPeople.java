package ma.jisr.app.process;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.alphabet.DataCoding;
import ma.jisr.sandbox.smpp.Delivery;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.smpp.SmppServer;
import ma.jisr.sandbox.smpp.Submit;
import ma.jisr.sandbox.smpp.Verdict;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Timers;
import ma.jisr.sandbox.world.Troubles;

/**
 * An operator's SMSC whose people write without a pause: each asks for one hotspot after the other
 * by its code, never twice for the same, so that each reply tells what it answers. Every fifth asks
 * by USSD and has the answer sent as an SMS; every fourth SMS comes in two parts. The SMSC keeps
 * what was not acknowledged and delivers it again. Everything happens on one loop.
 */
final class BusyPeople {
  static final String CODE = "2121";
  private static final int PEOPLE = 220;
  private static final int USSD_EVERY = 5;
  private static final int PARTS_EVERY = 4;
  private static final int UDHI = 0x40;

  /** One input each, so 100 a second. */
  private static final Duration PACE = Duration.ofMillis(10);

  /** Inputs that wait for their acknowledgement; beyond, people pause. */
  private static final int MOST_OPEN = 500;

  /** What an SMSC not far away takes to answer a submit_sm. */
  private static final Duration RESPONSE = Duration.ofMillis(10);

  private final Loop loop;
  private final SmppServer server;
  private final Complaints complaints = new Complaints();
  private final List<String> codes;
  private final Replies replies = new Replies();
  private final Map<String, UssdTalk> talks = new HashMap<>();
  private final Map<String, Integer> written = new HashMap<>();
  private final Queue<String> free = new ArrayDeque<>();
  private boolean writing;
  private int inputs;
  private int open;
  private int refused;
  private int talksBegun;
  private int talksEnded;

  /**
   * @param codes of the hotspots that are asked for
   */
  BusyPeople(Vertx vertx, List<String> codes) {
    this.loop = new Loop(vertx.getOrCreateContext(), Timers.real(vertx));
    this.codes = codes;
    var link =
        new LinkSettings(0, "jisr", "s3cret", 50, Duration.ofSeconds(20), Duration.ofSeconds(30));
    var troubles = new Troubles();
    troubles.delayResponses(RESPONSE);
    this.server = new SmppServer(loop, link, troubles, complaints, this::submitted);
    for (int i = 0; i < PEOPLE; i++) free.add("212662%06d".formatted(i));
  }

  Future<NetServer> listen(Vertx vertx) {
    return loop.ask(() -> server.listen(vertx));
  }

  /** Asks about this world where it happens. */
  <T> Future<T> ask(Supplier<T> question) {
    return loop.ask(() -> Future.succeededFuture(question.get()));
  }

  /** Brings true as soon as the condition holds. */
  Future<Boolean> once(BooleanSupplier condition) {
    return loop.ask(() -> poll(condition));
  }

  private Future<Boolean> poll(BooleanSupplier condition) {
    if (condition.getAsBoolean()) return Future.succeededFuture(true);
    var again = Promise.<Boolean>promise();
    loop.after(PACE, () -> poll(condition).onComplete(again));
    return again.future();
  }

  /** Brings true after so long of this world's time. */
  Future<Boolean> after(Duration time) {
    return loop.ask(
        () -> {
          var over = Promise.<Boolean>promise();
          loop.after(time, () -> over.complete(true));
          return over.future();
        });
  }

  /** Whether a program is bound. */
  boolean bound() {
    return server.deliveries().reachable();
  }

  /** The program was killed: every USSD dialogue is gone, its replies are another life's. */
  void cut() {
    talks.values().forEach(UssdTalk::cut);
    talks.clear();
    replies.nextLife();
  }

  void begin() {
    writing = true;
    tick();
  }

  void end() {
    writing = false;
  }

  /** Whether everything was acknowledged, and everything acknowledged was replied to. */
  boolean quiet() {
    return open == 0 && talks.isEmpty() && replies.missing() == 0;
  }

  Replies replies() {
    return replies;
  }

  /** By number, how many SMS were written. */
  Map<String, Integer> written() {
    return written;
  }

  List<String> complaints() {
    return complaints.all();
  }

  @Override
  public String toString() {
    return inputs
        + " inputs, "
        + talks.size()
        + " talking: "
        + talks.values().stream().limit(5).toList()
        + ", complaints "
        + complaints.all().stream().limit(5).toList()
        + ", "
        + open
        + " open, "
        + refused
        + " refused, USSD dialogues "
        + talksBegun
        + " begun, "
        + talksEnded
        + " ended, "
        + replies;
  }

  private void tick() {
    if (!writing) return;
    loop.after(PACE, this::tick);
    if (open >= MOST_OPEN) return;
    String person = free.remove();
    free.add(person);
    int number = inputs++;
    String code = codes.get((number / PEOPLE) % codes.size());
    if (number >= PEOPLE * codes.size()) throw new IllegalStateException("every code was used");
    if (number % PEOPLE % USSD_EVERY == 0) dial(person, code);
    else sms(person, code, number);
  }

  private void sms(String person, String code, int number) {
    written.merge(person, 1, Integer::sum);
    String text = "wifi " + code;
    boolean parts = number % PARTS_EVERY == 0;
    List<Future<Integer>> statuses = new ArrayList<>();
    if (parts)
      for (int part = 1; part <= 2; part++) {
        byte[] half = Alphabet.GSM7.encode(part == 1 ? text.substring(0, 3) : text.substring(3));
        Buffer octets = Buffer.buffer(new byte[] {5, 0, 3, (byte) number, 2, (byte) part});
        statuses.add(deliver(person, UDHI, octets.appendBytes(half)));
      }
    else statuses.add(deliver(person, 0, Buffer.buffer(Alphabet.GSM7.encode(text))));
    replies.possible(person, code);
    open++;
    Future.join(statuses)
        .onComplete(
            all -> {
              open--;
              if (all.failed() || statuses.stream().anyMatch(one -> one.result() != 0)) refused++;
              else replies.sure(person, code);
            });
  }

  private Future<Integer> deliver(String person, int esmClass, Buffer octets) {
    return server
        .deliveries()
        .send(new Delivery("", person, CODE, esmClass, 0, octets, List.of()), () -> true);
  }

  private void dial(String person, String code) {
    if (talks.containsKey(person) || !bound()) return;
    var talk = new UssdTalk(server.deliveries(), person, code, talksBegun++, replies);
    talks.put(person, talk);
    talk.dial();
  }

  private Verdict submitted(Submit submit) {
    String text = DataCoding.read(submit.dataCoding(), body(submit)).text();
    if (submit.ussdOp().isEmpty())
      return Verdict.taken(replies.add(submit, text, loop.now().toEpochMilli()), () -> {});
    UssdTalk talk = talks.get(submit.to());
    if (talk == null || !talk.takes(submit)) {
      complaints.add("a screen that nobody waits for");
      return Verdict.refused(0x0D);
    }
    return Verdict.taken(
        "U" + talksBegun + submit.session(),
        () -> {
          if (talk.shown(submit, text) && talks.remove(submit.to(), talk)) talksEnded++;
        });
  }

  private static byte[] body(Submit submit) {
    byte[] octets = submit.octets().getBytes();
    if ((submit.esmClass() & UDHI) == 0) return octets;
    return Arrays.copyOfRange(octets, octets[0] + 1, octets.length);
  }
}
