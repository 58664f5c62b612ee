package ma.jisr.gateway.channel.http.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpUssdTest {
  private static final String FORM = "sessionId=s1&phoneNumber=%2B212661000001&serviceCode=*585%23";

  private static Optional<String> echo(Inbound inbound) {
    return Optional.of((inbound.text().equals("0") ? "END " : "") + "got " + inbound.text());
  }

  @Test
  void aDialogueInAForm() throws Exception {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      assertEquals("200 CON got *585#", bench.aggregator.form(FORM + "&text="));
      assertEquals("200 CON got 1", bench.aggregator.form(FORM + "&text=1"));
      assertEquals("200 CON got amizmiz", bench.aggregator.form(FORM + "&text=1*amizmiz"));
      assertEquals("200 END got 0", bench.aggregator.form(FORM + "&text=1*amizmiz*0"));
      Inbound begin = bench.next();
      assertEquals(Inbound.Act.BEGIN, begin.act());
      assertEquals("212661000001", begin.from().value());
      assertEquals(Assurance.NETWORK, begin.assurance());
      assertEquals("ANSWER 1", bench.line());
      assertEquals("ANSWER amizmiz", bench.line());
      assertEquals("ANSWER 0", bench.line());
      for (int i = 0; i < 4; i++) assertEquals(new Sent.Taken(List.of()), bench.outcome());
      // The end is told once more by its own event: nothing is left to end.
      String over = "sessionId=s1&phoneNumber=%2B212661000001&status=Success&durationInMillis=9";
      assertEquals("200", bench.aggregator.form(over));
      assertTrue(bench.heard.isEmpty());
    }
  }

  @Test
  void theSameByGet() throws Exception {
    try (Bench bench = new Bench("advanta", HttpUssdTest::echo)) {
      URI uri =
          URI.create(
              "http://127.0.0.1:"
                  + bench.port()
                  + "/links/agg?MSISDN=0661000001&SESSIONID=7&USSDCODE=*585%23&INPUT=2*1042");
      HttpRequest dialled =
          HttpRequest.newBuilder(uri).header("x-secret", Aggregator.SECRET).GET().build();
      bench.aggregator.told(dialled);
      assertEquals("BEGIN *585#", bench.line());
    }
  }

  @Test
  void starsInAnAnswerDoNoHarm() throws Exception {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      bench.aggregator.form(FORM + "&text=");
      assertEquals("200 CON got a*b*", bench.aggregator.form(FORM + "&text=a*b*"));
      assertEquals("200 CON got **", bench.aggregator.form(FORM + "&text=a*b****"));
      assertEquals("200 CON got 1", bench.aggregator.form(FORM + "&text=a*b*****1"));
      // Out of step: only the last can be meant.
      assertEquals("200 CON got 7", bench.aggregator.form(FORM + "&text=5*6*7"));
    }
  }

  @Test
  void whatComesAgainIsTheSameInput() throws Exception {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      bench.aggregator.form(FORM + "&text=");
      bench.aggregator.form(FORM + "&text=1");
      bench.aggregator.form(FORM + "&text=1");
      bench.aggregator.form(FORM + "&text=1*1");
      bench.next();
      Inbound one = bench.next();
      Inbound again = bench.next();
      Inbound other = bench.next();
      assertEquals(one.id(), again.id());
      assertEquals("1", again.text());
      assertNotEquals(one.id(), other.id());
      assertEquals("1", other.text());
    }
  }

  @Test
  void whatIsAskedAgainWhileTheScreenGoesToWhoHasGoneIsAnsweredToo() throws Exception {
    try (Bench bench = new Bench("africastalking", inbound -> Optional.empty())) {
      Slow gone = new Slow();
      Slow again = new Slow();
      bench.channel.knocked(knock(""), gone);
      bench.show(bench.next(), "menu");
      Consumer<Boolean> ofGone = gone.written();
      bench.channel.knocked(knock(""), again);
      ofGone.accept(false);
      again.written().accept(true);
      assertEquals(List.of("CON menu"), again.given);
      assertEquals(new Sent.Taken(List.of()), bench.outcome());
      assertTrue(bench.heard.isEmpty());
    }
  }

  @Test
  void theNextStepIsNoRepetitionOfOneWhoseScreenIsOnItsWay() throws Exception {
    try (Bench bench = new Bench("africastalking", inbound -> Optional.empty())) {
      Slow first = new Slow();
      bench.channel.knocked(knock(""), first);
      bench.show(bench.next(), "menu");
      Consumer<Boolean> ofFirst = first.written();
      bench.channel.knocked(knock("1"), new Slow());
      ofFirst.accept(true);
      assertEquals("ANSWER 1", bench.line());
      assertEquals(new Sent.Taken(List.of()), bench.outcome());
    }
  }

  private static Knock knock(String text) {
    return new Knock(
        "POST",
        "http://jisr/links/agg",
        "",
        Fields.NONE,
        Fields.of(FORM + "&text=" + text),
        MultiMap.caseInsensitiveMultiMap(),
        new byte[0],
        "127.0.0.1");
  }

  /** An answer of which is told when the test says so whether it was written. */
  private static final class Slow implements Door.Answer {
    final List<String> given = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Consumer<Boolean>> writing = new LinkedBlockingQueue<>();

    @Override
    public void give(Reply reply, Consumer<Boolean> written) {
      given.add(reply.body());
      writing.add(written);
    }

    @Override
    public void whenGone(Runnable gone) {}

    Consumer<Boolean> written() throws InterruptedException {
      Consumer<Boolean> next = writing.poll(10, TimeUnit.SECONDS);
      if (next == null) throw new IllegalStateException("nothing was given");
      return next;
    }
  }

  @Test
  void whatWasDialledBehindTheCode() throws Exception {
    Clock late = new Later(Instant.parse("2026-01-01T00:00:00Z"));
    try (Bench bench =
        new Bench(
            Bench.link("africastalking", Duration.ofSeconds(5), Duration.ofMinutes(60)),
            HttpUssdTest::echo,
            late)) {
      assertEquals("200 CON got *585*1*42#", bench.aggregator.form(FORM + "&text=1*42"));
      // With a new name of the session it is another dialogue.
      String other = FORM.replace("s1", "s2");
      assertEquals("200 CON got *585#", bench.aggregator.form(other + "&text="));
    }
  }

  /** A clock that is an hour older at each look: the process has run for long. */
  private static final class Later extends Clock {
    private Instant now;

    Later(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public synchronized Instant instant() {
      Instant told = now;
      if (now.isBefore(Instant.parse("2026-01-01T01:00:00Z"))) now = now.plusSeconds(3_600);
      return told;
    }
  }

  @Test
  void aDialogueOfAnEarlierProcessIsTakenUpNotDoneAgain() throws Exception {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      assertEquals("200 CON got *585#", bench.aggregator.form(FORM + "&text=3*1041*45*1"));
    }
    try (Bench bench = new Bench("arkesel", HttpUssdTest::echo)) {
      bench.aggregator.json(
          "{'sessionID':'a','userID':'u','newSession':false,'msisdn':'212661000001','userData':'2'}");
      assertEquals("ANSWER 2", bench.line());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hubtel   | {'Type':'Initiation','Message':'*585#','Mobile':'212661000001','SessionId':'s','Sequence':1} | {"SessionId":"s","Message":"got *585#","Type":"response"}
          hubtel   | {'Type':'Initiation','Message':'0','Mobile':'212661000001','SessionId':'s'}                  | {"SessionId":"s","Message":"got *585*0#","Type":"response"}
          arkesel  | {'sessionID':'s','userID':'u','newSession':true,'msisdn':'0661000001','userData':'*585*2#'}  | {"sessionID":"s","userID":"u","msisdn":"0661000001","message":"got *585*2#","continueSession":true}
          nalo     | {'USERID':'u','MSISDN':'212661000001','USERDATA':'','MSGTYPE':true,'SESSIONID':'s'}          | {"USERID":"u","MSISDN":"212661000001","MSG":"got *585#","MSGTYPE":true}
          moolre   | {'sessionid':'s','new':true,'msisdn':'212661000001','message':'','extension':'*585#'}        | {"message":"got *585#","reply":true}
          """)
  void beginsInJson(String dialect, String request, String answer) throws Exception {
    try (Bench bench = new Bench(dialect, HttpUssdTest::echo)) {
      String told = bench.aggregator.json(request);
      assertTrue(told.startsWith("200 "), told);
      var json = new JsonMapper();
      assertEquals(json.readTree(answer), json.readTree(told.substring(4)));
    }
  }

  @Test
  void aDialogueInJson() throws Exception {
    String step =
        "{'Type':'%s','Message':'%s','Mobile':'212661000001','SessionId':'s','Sequence':%d}";
    try (Bench bench = new Bench("hubtel", HttpUssdTest::echo)) {
      bench.aggregator.json(step.formatted("Initiation", "*585#", 1));
      bench.aggregator.json(step.formatted("Response", "1", 2));
      bench.aggregator.json(step.formatted("Response", "1", 3));
      bench.aggregator.json(step.formatted("Response", "1", 3));
      bench.aggregator.json(step.formatted("Timeout", "", 4));
      assertEquals("BEGIN *585#", bench.line());
      Inbound first = bench.next();
      Inbound second = bench.next();
      Inbound repeated = bench.next();
      assertNotEquals(first.id(), second.id());
      assertEquals(second.id(), repeated.id());
      assertEquals("RELEASE TIMED_OUT", bench.line());
    }
  }

  @Test
  void aDialogueInXml() throws Exception {
    String step =
        "<?xml version=\"1.0\"?><ussd><msisdn>212661000001</msisdn><sessionid>x</sessionid>"
            + "<type>%d</type><msg>%s</msg></ussd>";
    String answer =
        "200 <?xml version=\"1.0\" encoding=\"UTF-8\"?><ussd><msisdn>212661000001</msisdn>"
            + "<sessionid>x</sessionid><type>%d</type><msg>%s</msg></ussd>";
    try (Bench bench = new Bench("truroute", HttpUssdTest::echo)) {
      assertEquals(
          answer.formatted(2, "got *585#"), bench.aggregator.xml(step.formatted(1, "*585#")));
      assertEquals(
          answer.formatted(2, "got a&amp;b"), bench.aggregator.xml(step.formatted(2, "a&amp;b")));
      assertEquals(answer.formatted(3, "got 0"), bench.aggregator.xml(step.formatted(2, "0")));
      assertEquals("BEGIN *585#", bench.line());
      assertEquals("ANSWER a&b", bench.line());
    }
  }

  @Test
  void whatIsNotKeptIsRefusedAndMayComeAgain() throws Exception {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      bench.busy(true);
      assertEquals("429", bench.aggregator.form(FORM + "&text="));
      bench.busy(false);
      assertEquals("200 CON got *585#", bench.aggregator.form(FORM + "&text="));
      bench.busy(true);
      assertEquals("429", bench.aggregator.form(FORM + "&text=a"));
      bench.busy(false);
      assertEquals("200 CON got a", bench.aggregator.form(FORM + "&text=a"));
    }
  }

  @Test
  void noScreenInTimeEndsTheDialogue() throws Exception {
    HttpUssdLink quick =
        Bench.link("africastalking", Duration.ofMillis(300), Duration.ofSeconds(60));
    try (Bench bench = new Bench(quick, inbound -> Optional.empty(), Clock.systemUTC())) {
      assertEquals("504", bench.aggregator.form(FORM + "&text="));
      Inbound begin = bench.next();
      assertEquals("RELEASE FAILED", bench.line());
      bench.show(begin, "late");
      assertEquals(
          new Sent.Unseen("nobody waits for it"), bench.channel.send(screen(begin)).join());
    }
  }

  private static Outbound screen(Inbound to) {
    return new Outbound("o", Outbound.Kind.SCREEN, to.from(), to.code(), "x", to.dialogue());
  }

  @Test
  void whoGoesSilentIsTimedOut() throws Exception {
    HttpUssdLink quick =
        Bench.link("africastalking", Duration.ofSeconds(5), Duration.ofMillis(300));
    try (Bench bench = new Bench(quick, HttpUssdTest::echo, Clock.systemUTC())) {
      assertEquals("200 CON got *585#", bench.aggregator.form(FORM + "&text="));
      bench.next();
      assertEquals("RELEASE TIMED_OUT", bench.line());
    }
  }

  @Test
  void whatWaitsIsAnsweredBeforeTheEnd() throws Exception {
    try (Bench bench = new Bench("africastalking", inbound -> Optional.empty())) {
      var waiting =
          bench.aggregator.later(
              bench.aggregator.post("application/x-www-form-urlencoded", FORM + "&text="));
      Inbound begin = bench.next();
      var drained = bench.channel.drain();
      bench.show(begin, "END bye");
      assertEquals("200 END bye", waiting.join());
      drained.join();
      assertEquals("429", bench.aggregator.form(FORM + "&text=x"));
    }
  }

  @Test
  void messagesGoElsewhere() {
    try (Bench bench = new Bench("africastalking", HttpUssdTest::echo)) {
      var sms =
          new Outbound(
              "o", Outbound.Kind.MESSAGE, new Address("tel", "212661000001"), "2121", "x", null);
      assertEquals(new Sent.Refused("carries no messages"), bench.channel.send(sms).join());
    }
  }
}
