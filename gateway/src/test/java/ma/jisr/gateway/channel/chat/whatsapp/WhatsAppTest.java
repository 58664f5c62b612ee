package ma.jisr.gateway.channel.chat.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ma.jisr.base.Address;
import ma.jisr.base.Script;
import ma.jisr.flow.Button;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we call Meta with, what its answers mean, and the question that it asks first. */
class WhatsAppTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final String NUMBER = "212661000001";
  private static final WhatsApp.Account ACCOUNT = new WhatsApp.Account("77", "v25.0", "token");
  private static final Template TEMPLATE =
      new Template("jisr_message", Map.of(Script.LATIN, "fr", Script.ARABIC, "ar_MA"), "text");
  private static final Provider BARE =
      new WhatsApp(ACCOUNT, Optional.empty(), InstantSource.fixed(NOW));
  private static final Provider WITH_TEMPLATE =
      new WhatsApp(ACCOUNT, Optional.of(TEMPLATE), InstantSource.fixed(NOW));

  private static Outbound message(
      String to, String text, @Nullable Instant heard, List<Button> buttons) {
    return new Outbound(
        "abc.1",
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("wa", to),
        "15551234567",
        text,
        null,
        Instant.MAX,
        Instant.MAX,
        0,
        buttons,
        heard);
  }

  private static JsonNode written(Provider provider, Outbound message) {
    return Json.read(provider.write(message).body().toString());
  }

  private static JsonNode written(String text, List<Button> buttons) {
    return written(BARE, message(NUMBER, text, NOW, buttons));
  }

  private static List<Button> buttons(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Button(Integer.toString(i), "Choix " + i, "abc"))
        .toList();
  }

  @Test
  void aTextAndWhereItGoes() {
    Caller.Ask ask = BARE.write(message(NUMBER, "a \"b\"\nسلام", NOW, List.of()));
    assertEquals("/v25.0/77/messages", ask.path());
    assertEquals("Bearer token", ask.headers().get("authorization"));
    assertEquals(
        Json.read(
            """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"212661000001",
             "type":"text","text":{"preview_url":false,"body":"a \\"b\\"\\nسلام"}}
            """),
        Json.read(ask.body().toString()));
    assertFalse((ask + BARE.toString() + ACCOUNT).contains("token"));
  }

  @Test
  void whoHidesTheNumberIsReachedByMetasId() {
    JsonNode body = written(BARE, message("MA-1349120865530", "x", NOW, List.of()));
    assertEquals("MA.1349120865530", body.path("recipient").asText());
    assertFalse(body.has("to"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,  10,   text
          1,  10,   button
          3,  1024, button
          3,  1025, text
          4,  1024, list
          10, 10,   list
          10, 1025, text
          11, 10,   text
          """)
  void choicesBecomeWhatTheyFit(int choices, int length, String type) {
    JsonNode body = written("x".repeat(length), buttons(choices));
    JsonNode interactive = body.path("interactive");
    assertEquals(type, interactive.path("type").asText(body.path("type").asText()));
    int shown = type.equals("list") ? rows(body).size() : interactive.at("/action/buttons").size();
    assertEquals(type.equals("text") ? 0 : choices, shown);
    String text =
        type.equals("text")
            ? body.at("/text/body").asText()
            : interactive.at("/body/text").asText();
    assertEquals(length, text.length());
  }

  private static JsonNode rows(JsonNode body) {
    return body.at("/interactive/action/sections/0/rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | Oui                                | 1 Oui
          2  | Ticket de file                     | 2 Ticket de file
          2  | Dix-huit signes !!                 | 2 Dix-huit signes !!
          2  | Dix-neuf signes !!!                | 2 Dix-neuf signes…
          3  | Anticonstitutionnellement          | 3 Anticonstitutionn…
          00 | القائمة الرئيسية ديال الخدمات       | 00 القائمة الرئيسية…
          """)
  void titlesOfButtonsHaveTwentyCharacters(String digits, String label, String title) {
    Button button = new Button(digits, label, "abc");
    JsonNode reply = written("x", List.of(button)).at("/interactive/action/buttons/0/reply");
    assertEquals(title, reply.path("title").asText());
    assertTrue(title.length() <= 20, title);
    assertEquals(Optional.of(button), Button.pressed(reply.path("id").asText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Agdal                                      | 1 Agdal                  | ''
          Maison des jeunes, Hay Mohammadi, Marrakech | 1 Maison des jeunes,…    | …Hay Mohammadi, Marrakech
          Anticonstitutionnellement                   | 1 Anticonstitutionnelle… | …ment
          """)
  void rowsTellTheRestBelow(String label, String title, String description) {
    List<Button> buttons =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> new Button(Integer.toString(i), label, "abc"))
            .toList();
    JsonNode row = rows(written("x", buttons)).get(0);
    assertEquals(title, row.path("title").asText());
    assertTrue(title.length() <= Letter.MOST_ROW, title);
    assertEquals(description, row.path("description").asText(""));
  }

  @Test
  void nothingIsLongerThanWhatWhatsAppTakes() {
    List<Button> long10 =
        IntStream.rangeClosed(0, 9)
            .mapToObj(i -> new Button(Integer.toString(i), "😀".repeat(200), "abc"))
            .toList();
    for (JsonNode row : rows(written("x", long10))) {
      assertTrue(row.path("id").asText().length() <= 200);
      assertTrue(row.path("title").asText().length() <= 24);
      assertTrue(row.path("description").asText().length() <= 72);
      assertFalse(row.path("title").asText().contains("\uD83D…"), "no half characters");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 Wifi proche | Menu
          1 ويفي قريب   | القائمة
          1 ⴰⵣⵓⵍ        | ⵓⵎⵓⵖ
          123           | Menu
          """)
  void aListIsOpenedInItsScript(String text, String word) {
    assertEquals(word, written(text, buttons(4)).at("/interactive/action/button").asText());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PT0S,      free
          PT23H57M,  free
          PT23H58M,  closed
          PT24H,     closed
          P30D,      closed
          ,          closed
          """)
  void aDayAfterTheLastWordOnlyATemplateGoes(@Nullable Duration ago, String window) {
    Instant heard = ago == null ? null : NOW.minus(ago);
    Outbound message = message(NUMBER, "wifi\n1 Agdal", heard, buttons(1));
    boolean closed = window.equals("closed");
    assertEquals(
        closed ? Optional.of("24-hour window closed") : Optional.empty(), BARE.barred(message));
    assertEquals(Optional.empty(), WITH_TEMPLATE.barred(message));
    assertEquals(
        closed ? "template" : "interactive", written(WITH_TEMPLATE, message).path("type").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nouba A17.\\n1 Chouf\\t2  7iyed | fr    | Nouba A17. · 1 Chouf 2 7iyed
          نوبتك قربات                    | ar_MA | نوبتك قربات
          ⴰⵣⵓⵍ                           | fr    | ⴰⵣⵓⵍ
          """)
  void templatesHoldOneLine(String text, String language, String place) {
    String lines = text.replace("\\n", "\n").replace("\\t", "\t");
    JsonNode template = written(WITH_TEMPLATE, message(NUMBER, lines, null, List.of()));
    assertEquals("jisr_message", template.at("/template/name").asText());
    assertEquals(language, template.at("/template/language/code").asText());
    JsonNode parameter = template.at("/template/components/0/parameters/0");
    assertEquals(place, parameter.path("text").asText());
    assertEquals("text", parameter.path("parameter_name").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "1 Agdal/, 90, 897",
    "1 Agdal/, 91, 891",
    "x, 900, 900",
    "x, 901, 900",
    "ab_, 400, 900"
  })
  void whatATemplateDoesNotHoldEndsAtALine(String piece, int times, int length) {
    String text = piece.replace('/', '\n').replace('_', ' ').repeat(times);
    JsonNode template = written(WITH_TEMPLATE, message(NUMBER, text, null, List.of()));
    String place = template.at("/template/components/0/parameters/0/text").asText();
    assertEquals(length, place.length(), place);
  }

  /** {@code query} → what it is answered; the token is the verifier's matter. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hub.mode=subscribe&hub.challenge=1158201444   | 1158201444
          hub.challenge=1158201444&hub.mode=unsubscribe | none
          hub.challenge=1158201444                      | none
          hub.mode=subscribe                            | none
          hub.mode=subscribe&hub.challenge=             | none
          hub.mode=subscribe&hub.challenge=%3Cscript%3E | none
          """)
  void theQuestionThatComesFirst(String query, String answer) {
    assertEquals(answer, asked(query).map(called -> called.reply().body()).orElse("none"));
  }

  @Test
  void theAnswerToTheQuestionIsBoundedAndPlain() {
    assertTrue(asked("hub.mode=subscribe&hub.challenge=" + "1".repeat(129)).isEmpty());
    Called called = asked("hub.mode=subscribe&hub.challenge=1").orElseThrow();
    assertEquals("text/plain; charset=utf-8", called.reply().type());
  }

  private static Optional<Called> asked(String query) {
    return BARE.read(
        new Knock(
            "GET",
            "/links/wa",
            "",
            Fields.of(query),
            Fields.NONE,
            MultiMap.caseInsensitiveMultiMap(),
            new byte[0],
            "192.0.2.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {'messages':[{'id':'wamid.9'}]}                                | Taken[id=wamid.9]
          200 | {'messages':[{'id':'w','message_status':'held_for_quality_assessment'}]} | Taken[id=w]
          200 | {}                                                             | Unsure[status=no id]
          200 | <html>                                                         | Unsure[status=no id]
          400 | {'error':{'code':131047}}                                      | Refused[status=code 131047]
          400 | {'error':{'code':131026}}                                      | Refused[status=code 131026]
          400 | {'error':{'code':100,'message':'Invalid parameter'}}           | Refused[status=code 100]
          404 | {'error':{'code':132001}}                                      | Refused[status=code 132001]
          400 | {'error':{'code':130429}}                                      | Throttled[pause=Optional[PT7S]]
          400 | {'error':{'code':80007}}                                       | Throttled[pause=Optional[PT7S]]
          400 | {'error':{'code':131048}}                                      | Throttled[pause=Optional[PT7S]]
          400 | {'error':{'code':131056}}                                      | Later[status=code 131056]
          500 | {'error':{'code':131000}}                                      | Later[status=code 131000]
          503 | {'error':{'code':131016}}                                      | Later[status=code 131016]
          401 | {'error':{'code':190,'error_subcode':463}}                     | LockedOut[status=token]
          401 | {'error':{'code':0}}                                           | LockedOut[status=authentication]
          403 | {'error':{'code':10}}                                          | LockedOut[status=permission]
          403 | {'error':{'code':200}}                                         | LockedOut[status=permission]
          403 | {'error':{'code':299}}                                         | LockedOut[status=permission]
          403 | {'error':{'code':368}}                                         | LockedOut[status=policy]
          403 | {'error':{'code':131031}}                                      | LockedOut[status=account-locked]
          400 | {'error':{'code':131042}}                                      | LockedOut[status=unpaid]
          400 | {'error':{'code':987654}}                                      | Refused[status=code 987654]
          502 | {'error':{'code':987654}}                                      | Later[status=HTTP 502]
          429 | {'error':{'code':987654}}                                      | Throttled[pause=Optional[PT7S]]
          400 | {'error':{'code':'190'}}                                       | Refused[status=HTTP 400]
          401 | ''                                                             | LockedOut[status=HTTP 401]
          500 | ''                                                             | Unsure[status=HTTP 500]
          302 | ''                                                             | Refused[status=HTTP 302]
          """)
  void answersAreRead(int status, @Nullable String body, String verdict) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", "7");
    String json = body == null ? "" : body.replace('\'', '"');
    assertEquals(
        verdict,
        BARE.told(
                message(NUMBER, "x", NOW, List.of()),
                new Caller.Heard.Answer(status, headers, json))
            .toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {131_056, 131_047, 190})
  void noTextOfMetasIsRepeated(int code) {
    String body =
        "{\"error\":{\"code\":" + code + ",\"message\":\"(#1) to 212661000001 with token\"}}";
    String verdict =
        BARE.told(
                message(NUMBER, "x", NOW, List.of()),
                new Caller.Heard.Answer(400, MultiMap.caseInsensitiveMultiMap(), body))
            .toString();
    assertFalse(verdict.contains("212661"), verdict);
  }
}
