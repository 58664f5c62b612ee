package ma.jisr.gateway.channel.http.ussd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import ma.jisr.gateway.channel.Inbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What aggregators should not send, in each shape; what they should is in {@link HttpUssdTest}. */
class MalformedTest {
  private static Optional<String> echo(Inbound inbound) {
    return Optional.of("got " + inbound.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<ussd>",
        "<ussd><msisdn>212661000001</msisdn></ussd>",
        "<ussd><msisdn><b>212661000001</b></msisdn><sessionid>x</sessionid><type>1</type></ussd>",
        "<ussd><msisdn>212661000001</msisdn><sessionid>x</sessionid><type>2</type>"
            + "<msg>&#1;</msg></ussd>",
        "<!DOCTYPE u [<!ENTITY a \"b\">]><ussd><msisdn>212661000001</msisdn>"
            + "<sessionid>x</sessionid><type>2</type><msg>&a;</msg></ussd>",
        "{}"
      })
  void badXml(String body) throws Exception {
    try (Bench bench = new Bench("truroute", MalformedTest::echo)) {
      assertEquals("400", bench.aggregator.xml(body));
      assertTrue(bench.heard.isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sessionId=s&phoneNumber=%2B212661000001           | 200
          phoneNumber=%2B212661000001&text=                 | 400
          sessionId=s&text=                                 | 400
          sessionId=s&phoneNumber=IAM&text=                 | 400
          sessionId=s&phoneNumber=%2B212521000001&text=     | 403
          sessionId=s&phoneNumber=%2B33612345678&text=      | 403
          sessionId=&phoneNumber=%2B212661000001&text=      | 400
          sessionId=s&phoneNumber=%2B212661000001&text=%zz  | 400
          sessionId=s&phoneNumber=%2B212661000001&text=LONG | 400
          sessionId=s&phoneNumber=%2B212661000001&serviceCode=LONG&text= | 400
          sessionId=LONG&phoneNumber=%2B212661000001&text=  | 400
          sessionId=s&phoneNumber=LONG&text=                | 400
          sessionId=s&phoneNumber=%2B212661000001&status=Strange&text= | 200
          """)
  void badForms(String body, String status) throws Exception {
    try (Bench bench = new Bench("africastalking", MalformedTest::echo)) {
      String sent = body.replace("LONG", "2".repeat(Wire.MOST_FIELD + 1));
      assertTrue(bench.aggregator.form(sent).startsWith(status));
      assertEquals(status.equals("200") ? 1 : 0, bench.heard.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "[]",
        "{",
        "{'Type':'Response','Mobile':'212661000001','SessionId':'s'}",
        "'\"text\"'",
        "null",
        "{'Type':'Response','Mobile':'212661000001','SessionId':'s','Message':{'a':1}}",
        "{'Type':'Response','Mobile':'212661000001','SessionId':'s','Message':'LONG'}",
        "{'Type':'Response','Mobile':'212661000001','SessionId':'s','Message':'1','Sequence':'LONG'}",
        "{'Type':'Response','Mobile':'IAM','SessionId':'s','Message':'1'}"
      })
  void badJson(String body) throws Exception {
    try (Bench bench = new Bench("hubtel", MalformedTest::echo)) {
      String sent = body.replace("LONG", "2".repeat(Wire.MOST_FIELD + 1));
      assertEquals("400", bench.aggregator.json(sent));
      assertTrue(bench.heard.isEmpty());
    }
  }

  /** What an aggregator does not write as it should is heard as far as it goes, or not at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          africastalking | application/x-www-form-urlencoded | sessionId=s&phoneNumber=0661000001&text=café | 200
          hubtel         | application/json | {"Type":"Response","Mobile":"0661000001","SessionId":"s","Message":"café"} | 400
          truroute       | text/xml | <ussd><msisdn>0661000001</msisdn><sessionid>x</sessionid><type>2</type><msg>café</msg></ussd> | 200
          """)
  void anotherEncoding(String dialect, String type, String body, int status) throws Exception {
    try (Bench bench = new Bench(dialect, MalformedTest::echo)) {
      String told = bench.aggregator.told(bench.aggregator.post(type, body, ISO_8859_1));
      assertTrue(told.startsWith(Integer.toString(status)), told);
      assertEquals(status == 200 ? 1 : 0, bench.heard.size());
    }
  }

  /** A type that nobody has named is an answer, as most aggregators mean it. */
  @Test
  void typesThatAreNotKnownAreAnswers() throws Exception {
    try (Bench bench = new Bench("hubtel", MalformedTest::echo)) {
      bench.aggregator.json(
          "{'Type':'Strange','Mobile':'212661000001','SessionId':'s','Message':'2'}");
      assertEquals("ANSWER 2", bench.line());
    }
    try (Bench bench = new Bench("truroute", MalformedTest::echo)) {
      bench.aggregator.xml(
          "<ussd><msisdn>212661000001</msisdn><sessionid>x</sessionid><type>9</type>"
              + "<msg>2</msg></ussd>");
      assertEquals("ANSWER 2", bench.line());
    }
  }

  @Test
  void strangersAreTurnedAway() throws Exception {
    try (Bench bench = new Bench("africastalking", MalformedTest::echo)) {
      HttpRequest.Builder none =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bench.port() + "/links/agg"));
      assertEquals("401", bench.aggregator.told(none.build()));
      assertEquals("401", bench.aggregator.told(none.header("X-Secret", "wrong").build()));
      assertEquals("405", bench.aggregator.told(none.DELETE().build()));
      HttpRequest.Builder other =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bench.port() + "/links/none"));
      assertEquals("404", bench.aggregator.told(other.build()));
      assertTrue(bench.heard.isEmpty());
      assertTrue(bench.counted.contains("http.turned-away 401"));
    }
  }

  @Test
  void whoIsStillSendingSeesTheAnswer() throws Exception {
    try (Bench bench = new Bench("africastalking", MalformedTest::echo)) {
      String huge = "x".repeat(300_000);
      for (int i = 0; i < 50; i++) assertEquals("413", bench.aggregator.form(huge));
      assertTrue(bench.heard.isEmpty());
    }
  }
}
