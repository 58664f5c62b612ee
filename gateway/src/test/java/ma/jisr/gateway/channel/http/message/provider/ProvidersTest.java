package ma.jisr.gateway.channel.http.message.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Address;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers call, and are called with, as their documentation writes it. */
class ProvidersTest {
  private static final Provider AT = new AfricasTalking("jisr", "key");
  private static final Provider INFOBIP = new Infobip("key", "https://us/links/ib");
  private static final Provider TWILIO = new Twilio("AC1", "token", "https://us/links/tw");
  private static final Provider KANNEL = new Kannel("u", "p", "https://us/links/k/secret");
  private static final Provider OWN =
      new Own(
          new Own.Request(
              Own.Shape.JSON,
              "/send",
              Map.of("x-key", "k"),
              Map.of("type", "sms"),
              "dest",
              "src",
              "msg",
              false,
              "/data/0/id"),
          new Own.Words("ref", "src", "dst", "msg"),
          Optional.of(new Own.Fates("ref", "stat", Map.of("delivrd", Receipt.State.DELIVERED))));

  private static Provider provider(String name) {
    return switch (name) {
      case "at" -> AT;
      case "infobip" -> INFOBIP;
      case "twilio" -> TWILIO;
      case "kannel" -> KANNEL;
      default -> OWN;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at      | linkId=l&text=wifi+amizmiz&to=2121&id=m1&date=d&from=%2B212661000001            | m1 212661000001>2121 wifi amizmiz
          at      | id=ATXid_1&status=Success&phoneNumber=%2B212661000001                           | ATXid_1 DELIVERED
          at      | id=ATXid_1&status=Failed&failureReason=UserInBlacklist                          | ATXid_1 UNDELIVERABLE UserInBlacklist
          at      | id=ATXid_1&status=Strange                                                       | ATXid_1 UNKNOWN
          at      | text=wifi&from=%2B212661000001                                                  | none
          at      | id=m1&from=%2B212661000001                                                      | none
          at      | id=m1&text=wifi                                                                 | none
          at      | id=+&status=Success                                                             | none
          at      | id=m1&from=%2B212661000001&text=caf%E9                                          | m1 212661000001> caf\uFFFD
          twilio  | MessageSid=SM1&From=%2B212661000001&To=%2B1&Body=salam&NumMedia=0               | SM1 212661000001>1 salam
          twilio  | MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003                        | SM1 UNDELIVERABLE 30003
          twilio  | From=%2B212661000001&Body=salam                                                 | none
          twilio  | MessageSid=SM1&Body=salam                                                       | none
          twilio  | MessageSid=SM1&From=%2B212661000001                                             | none
          twilio  | MessageSid=SM1&MessageStatus=strange                                            | SM1 UNKNOWN
          twilio  | MessageSid=SM1&From=%2B212661000001&Body=caf%E9                                 | SM1 212661000001> caf\uFFFD
          kannel  | from=%2B212661000001&to=2121&text=%D9%88%D9%8A%D9%81%D9%8A&id=i                 | i 212661000001>2121 ويفي
          kannel  | from=%2B212661000001&to=2121&text=wifi                                          | 212661000001>2121 wifi
          kannel  | dlr=1&id=abc.1                                                                  | abc.1 DELIVERED
          kannel  | dlr=16&id=abc.1                                                                 | abc.1 REJECTED
          kannel  | dlr=1                                                                           | none
          kannel  | to=2121                                                                         | none
          kannel  | from=%2B212661000001&id=i                                                       | none
          kannel  | dlr=99&id=abc.1                                                                 | abc.1 UNKNOWN
          kannel  | from=%2B212661000001&text=caf%E9                                                | 212661000001> caf\uFFFD
          own     | ref=r&src=0661000001&dst=2121&msg=x                                             | r 0661000001>2121 x
          own     | ref=r&stat=DELIVRD                                                              | r DELIVERED
          own     | ref=r                                                                           | none
          own     | ref=r&src=0661000001                                                            | none
          own     | ref=&stat=DELIVRD                                                               | none
          own     | src=0661000001&msg=caf%E9                                                       | 0661000001> caf\uFFFD
          """)
  void formsAreRead(String provider, String form, String said) {
    assertEquals(said, said(provider(provider), form, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          infobip | {'results':[{'messageId':'1','from':'212661000001','to':'2121','text':'a','cleanText':'a'}],'messageCount':1} | 1 212661000001>2121 a
          infobip | {'results':[{'messageId':'1','from':'212661000001','to':'2','text':'a'},{'messageId':'2','from':'3','to':'2','text':'b'}]} | 1 212661000001>2 a; 2 3>2 b
          infobip | {'results':[{'messageId':'1','to':'212','status':{'groupName':'DELIVERED'},'error':{'name':'NO_ERROR'}}]} | 1 DELIVERED NO_ERROR
          infobip | {'results':[{'from':'212661000001','text':'a'}]} | none
          infobip | {'results':[{'messageId':'1'}]}                  | none
          infobip | {'results':[{'messageId':'1'},7,{'messageId':'2','from':'3','to':'2','text':'b'}]} | 2 3>2 b; ignored malformed; ignored malformed
          infobip | {'results':[{'messageId':'1','status':{'groupName':'ELSE'}}]} | 1 UNKNOWN
          infobip | {'results':[{'messageId':'1','status':'DELIVERED'}]} | 1 UNKNOWN
          infobip | {'results':[]}                                   | ''
          infobip | {'results':{}}                                   | none
          infobip | []                                               | none
          infobip | {                                                | none
          own     | {'ref':7,'src':'212661000001','msg':'x'}         | 7 212661000001> x
          own     | {'ref':'r','stat':'ELSE'}                        | r UNKNOWN
          own     | {'msg':{'a':1},'src':'1'}                        | none
          """)
  void jsonIsRead(String provider, String body, String said) {
    assertEquals(said, said(provider(provider), "", body.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"infobip", "own"})
  void whatIsNoJsonInUtf8IsNotHeard(String provider) {
    String told =
        provider.equals("own")
            ? "{'ref':'r','src':'212661000001','msg':'café'}"
            : "{'results':[{'messageId':'1','from':'3','to':'2','text':'café'}]}";
    byte[] latin = told.replace('\'', '"').getBytes(ISO_8859_1);
    assertEquals("none", said(provider(provider), "", latin));
    assertEquals("none", said(provider(provider), "", "[".repeat(100_000)));
  }

  private static String said(Provider provider, String form, String body) {
    return said(provider, form, body.getBytes(UTF_8));
  }

  private static String said(Provider provider, String form, byte[] body) {
    Knock knock =
        new Knock(
            "POST",
            "/links/x",
            "",
            Fields.NONE,
            Fields.of(form),
            MultiMap.caseInsensitiveMultiMap(),
            body,
            "192.0.2.1");
    return provider.read(knock).map(ProvidersTest::line).orElse("none");
  }

  private static String line(Called called) {
    StringBuilder line = new StringBuilder();
    for (Called.Words words : called.words())
      line.append("; ")
          .append(words.id().isEmpty() ? "" : words.id() + " ")
          .append(words.from().replace("+", ""))
          .append('>')
          .append(words.to().replace("+", ""))
          .append(' ')
          .append(words.text());
    for (Called.Fate fate : called.fates())
      line.append("; ")
          .append(fate.id())
          .append(' ')
          .append(fate.state())
          .append(fate.error().isEmpty() ? "" : " " + fate.error());
    for (String what : called.ignored()) line.append("; ignored ").append(what);
    return line.isEmpty() ? "" : line.substring(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at      | POST /version1/messaging | username=jisr&to=%2B212661000001&message=salam+%26+%C3%A9&from=2121&enqueue=1
          infobip | POST /sms/2/text/advanced | {"messages":[{"from":"2121","destinations":[{"to":"212661000001"}],"text":"salam & é","notifyUrl":"https://us/links/ib","notifyContentType":"application/json"}]}
          twilio  | POST /2010-04-01/Accounts/AC1/Messages.json | To=%2B212661000001&From=2121&Body=salam+%26+%C3%A9&StatusCallback=https%3A%2F%2Fus%2Flinks%2Ftw
          kannel  | GET /cgi-bin/sendsms?username=u&password=p&from=2121&to=%2B212661000001&charset=UTF-8&coding=0&text=salam+%26+%C3%A9&dlr-mask=23&dlr-url=https%3A%2F%2Fus%2Flinks%2Fk%2Fsecret%3Fdlr%3D%25d%26id%3Dabc.1 | ''
          """)
  void messagesAreWritten(String provider, String line, String body) {
    Caller.Ask ask = provider(provider).write(message("salam & é"));
    assertEquals(line, ask.method() + " " + ask.path());
    assertEquals(body, ask.body().toString());
    assertFalse(ask.toString().contains("212"));
    assertFalse(provider(provider).toString().contains("key"));
  }

  @Test
  void ownOnesAreWrittenByTheirNames() throws Exception {
    Caller.Ask ask = OWN.write(message("a \"b\""));
    assertEquals("k", ask.headers().get("x-key"));
    assertEquals(
        Json.read(
            "{\"type\":\"sms\",\"dest\":\"212661000001\",\"src\":\"2121\",\"msg\":\"a"
                + " \\\"b\\\"\"}"),
        Json.read(ask.body().toString()));
    assertTrue(KANNEL.write(message("ويفي")).path().contains("coding=2"));
  }

  private static Outbound message(String text) {
    return new Outbound(
        "abc.1",
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("tel", "212661000001"),
        "2121",
        text,
        null,
        Instant.MAX,
        Instant.MAX,
        0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at      | 201 | {'SMSMessageData':{'Recipients':[{'statusCode':101,'messageId':'ATXid_1'}]}} | Taken[id=ATXid_1]
          at      | 201 | {'SMSMessageData':{'Recipients':[{'statusCode':403,'messageId':'None'}]}}    | Refused[status=status 403]
          at      | 201 | {'SMSMessageData':{'Recipients':[{'statusCode':405}]}}                       | Later[status=status 405]
          at      | 201 | {'SMSMessageData':{'Recipients':[]}}                                         | Later[status=HTTP 502]
          at      | 401 | The supplied authentication is invalid                                       | Refused[status=HTTP 401]
          infobip | 200 | {'messages':[{'status':{'groupName':'PENDING'},'messageId':'9'}]}            | Taken[id=9]
          infobip | 200 | {'messages':[{'status':{'groupName':'REJECTED','name':'REJECTED_PREFIX_MISSING'}}]} | Refused[status=REJECTED_PREFIX_MISSING]
          infobip | 429 | {}                                                                           | Throttled[pause=Optional[PT7S]]
          twilio  | 201 | {'sid':'SM9','status':'queued'}                                              | Taken[id=SM9]
          twilio  | 400 | {'code':21211,'message':'Invalid To','status':400}                           | Refused[status=code 21211]
          twilio  | 429 | {'code':20429}                                                               | Throttled[pause=Optional[PT7S]]
          twilio  | 500 | ''                                                                           | Unsure[status=HTTP 500]
          kannel  | 202 | 0: Accepted for delivery                                                     | Taken[id=abc.1]
          kannel  | 202 | 3: Queued for later delivery                                                 | Taken[id=abc.1]
          kannel  | 403 | Authorization failed for sendsms                                             | Refused[status=HTTP 403]
          kannel  | 503 | Temporal failure, try again later.                                           | Throttled[pause=Optional[PT7S]]
          own     | 200 | {'data':[{'id':'x1'}]}                                                       | Taken[id=x1]
          own     | 200 | OK                                                                           | Taken[id=]
          own     | 302 | ''                                                                           | Refused[status=HTTP 302]
          """)
  void answersAreRead(String provider, int status, String body, String verdict) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", "7");
    Caller.Heard.Answer answer =
        new Caller.Heard.Answer(status, headers, body == null ? "" : body.replace('\'', '"'));
    assertEquals(verdict, provider(provider).told(message("x"), answer).toString());
  }

  @Test
  void pausesInDatesAreLeftOut() {
    assertEquals(
        "Throttled[pause=Optional.empty]",
        TWILIO
            .told(
                message("x"),
                new Caller.Heard.Answer(
                    429,
                    MultiMap.caseInsensitiveMultiMap()
                        .add("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT"),
                    ""))
            .toString());
    assertEquals(List.of(), Called.nothing().words());
  }
}
