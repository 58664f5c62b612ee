package ma.jisr.gateway.channel.chat.mattermost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import ma.jisr.base.Address;
import ma.jisr.flow.Button;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How posts are written, and what is read at the door, as the documentation writes it. */
class MattermostTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final String FORM =
      "token=cmd-token&team_id=t1&team_domain=commune&channel_id=c9&channel_name=place&user_id=u1"
          + "&user_name=amina&command=%2Fjisr&text=wifi+amizmiz&response_url=http%3A%2F%2F192.0.2.1%2F"
          + "&trigger_id=dHJpZ2dlcg";

  private final Mattermost provider = provider("https://us/links/mm");

  private static Mattermost provider(String door) {
    return new Mattermost(
        new Mattermost.Account("bot-token", "cmd-token", door), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @BeforeEach
  void known() {
    provider.become(new Me("bot0", "jisr"));
  }

  @Test
  void aConversationIsOpenedOnceAndThenPostedInto() {
    Outbound message = message("1. wifi", List.of());
    Caller.Ask first = provider.first(message).orElseThrow();
    assertEquals("/api/v4/channels/direct", first.path());
    assertEquals("[\"bot0\",\"u1\"]", first.body().toString());
    assertEquals("Bearer bot-token", first.headers().get("authorization"));
    assertTrue(provider.learned(message, answer(201, "{\"id\":\"d1\",\"type\":\"D\"}")).isEmpty());
    assertTrue(provider.first(message).isEmpty(), "it is remembered");
    Caller.Ask ask = provider.write(message);
    assertEquals("POST /api/v4/posts", ask.method() + " " + ask.path());
    JsonNode post = Json.read(ask.body().toString());
    assertEquals("d1", post.path("channel_id").asText());
    assertEquals("1\\. wifi", post.path("message").asText());
    assertEquals("bot0:m1", post.path("pending_post_id").asText(), "sent twice it is one post");
    assertFalse(post.has("props"));
    assertEquals("Mattermost[hidden]", provider.toString());
    assertEquals("Refused[status=HTTP 404]", provider.told(message, answer(404, "")).toString());
    assertTrue(provider.first(message).isPresent(), "its channel may be gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          201 | {'id':'d1'}                                     | none
          201 | {'id':'a/b'}                                    | Later[status=HTTP 502]
          201 |                                                 | Later[status=HTTP 502]
          401 | {'id':'api.context.session_expired.app_error'}  | LockedOut[status=HTTP 401]
          403 | {'id':'api.context.permissions.app_error'}      | Refused[status=api.context.permissions.app_error]
          400 | {'id':'Amina 0661'}                             | Refused[status=HTTP 400]
          429 |                                                 | Throttled[pause=Optional[PT3S]]
          500 | {}                                              | Later[status=HTTP 500]
          502 |                                                 | Later[status=HTTP 502]
          """)
  void whatIsLearnedOfAChannel(int status, String body, String verdict) {
    Caller.Heard.Answer answer = answer(status, body == null ? "" : body.replace('\'', '"'));
    answer.headers().add("X-Ratelimit-Reset", "3");
    assertEquals(
        verdict,
        provider.learned(message("x", List.of()), answer).map(Object::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          201 | {'id':'p9','message':'x'}                       | Taken[id=p9]
          200 | {'id':'p9'}                                     | Taken[id=p9]
          201 | {'message':'x'}                                 | Later[status=HTTP 502]
          401 | {'id':'api.context.session_expired.app_error'}  | LockedOut[status=HTTP 401]
          400 | {'id':'api.post.create_post.can_not_post_to_deleted.error'} | Refused[status=api.post.create_post.can_not_post_to_deleted.error]
          413 |                                                 | Refused[status=HTTP 413]
          500 |                                                 | Later[status=HTTP 500]
          503 |                                                 | Throttled[pause=Optional.empty]
          302 |                                                 | Refused[status=HTTP 302]
          """)
  void answersAreRead(int status, String body, String verdict) {
    assertEquals(
        verdict,
        provider
            .told(
                message("x", List.of()),
                answer(status, body == null ? "" : body.replace('\'', '"')))
            .toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Retry-After       | 7          | Optional[PT7S]
          X-Ratelimit-Reset | 2          | Optional[PT2S]
          X-Ratelimit-Reset | 1790000004 | Optional[PT4S]
          X-Ratelimit-Reset | 1780000000 | Optional[PT0S]
          X-Ratelimit-Reset | -1         | Optional.empty
          X-Ratelimit-Reset | soon       | Optional.empty
          Retry-After       | Wed, 21 Oct 2026 07:28:00 GMT | Optional.empty
          X-Else            | 3          | Optional.empty
          """)
  void pausesAreRead(String header, String value, String pause) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(header, value);
    assertEquals(pause, provider.pause(headers).toString());
  }

  @Test
  void aPressedButtonIsHeardAndTakenAway() {
    ObjectNode press = press(0, "u1");
    assertTrue(provider.proves(knock("action", "", press.toString())));
    Called called = provider.read(knock("action", "", press.toString())).orElseThrow();
    Called.Words words = called.words().getFirst();
    assertEquals("u1", words.from());
    assertEquals("1", Button.pressed(words.text()).orElseThrow().digits());
    JsonNode reply = Json.read(called.reply().body());
    assertEquals("Ghir\\_wifi?\n1 Ah\n0 rje3\n\n✓ 1 Ah!", reply.at("/update/message").asText());
    assertTrue(reply.at("/update/props").isObject(), "which takes its buttons away");
    assertEquals(
        words.id(),
        provider.read(knock("action", "", press.toString())).orElseThrow().words().getFirst().id());
    String other = press(1, "u1").toString();
    assertFalse(
        words
            .id()
            .equals(
                provider.read(knock("action", "", other)).orElseThrow().words().getFirst().id()));
  }

  @Test
  void buttonsAreWrittenAsTheServerWantsThem() {
    JsonNode actions = post(provider, "Ghir_wifi?").at("/props/attachments/0/actions");
    assertEquals(2, actions.size());
    assertEquals("button", actions.at("/0/type").asText());
    assertEquals("Ah!", actions.at("/0/name").asText());
    assertEquals("key1", actions.at("/0/id").asText());
    assertEquals("https://us/links/mm/action", actions.at("/0/integration/url").asText());
    assertTrue(post(provider("https://us/links/mm"), "x").has("props"));
    assertFalse(post(provider(""), "x").has("props"), "nobody reaches our door");
  }

  @Test
  void whoForgesAPressIsNotHeard() {
    for (String field : List.of("said", "shown", "seal")) {
      ObjectNode press = press(0, "u1");
      ((ObjectNode) press.path("context")).put(field, press.at("/context/" + field).asText() + "x");
      assertFalse(provider.proves(knock("action", "", press.toString())), field);
      ((ObjectNode) press.path("context")).remove(field);
      assertFalse(provider.proves(knock("action", "", press.toString())), field);
    }
    assertFalse(provider.proves(knock("action", "", press(0, "u2").toString())), "another's");
    assertFalse(provider.proves(knock("action", "", "[]")));
    assertFalse(provider.proves(knock("action", "", "{")));
    assertFalse(provider.proves(knock("action", "", "[".repeat(100_000))));
    assertFalse(provider.proves(knock("dialog", "", press(0, "u1").toString())), "no such event");
    assertFalse(provider.proves(knock("", "", press(0, "u1").toString())));
    ObjectNode press = press(0, "u1");
    press.put("post_id", "../x");
    assertTrue(provider.read(knock("action", "", press.toString())).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Token cmd-token | cmd-token  | true
          ''              | cmd-token  | true
          Token other     | cmd-token  | false
          Token cmd-token | other      | false
          Token cmd-token | ''         | false
          cmd-token       | cmd-token  | false
          """)
  void theCommandsTokenIsAskedFor(String header, String token, boolean proven) {
    Knock knock = knock("command", FORM.replace("token=cmd-token", "token=" + token), "");
    if (!header.isEmpty()) knock.headers().add("authorization", header);
    assertEquals(proven, provider.proves(knock));
    assertFalse(
        new Mattermost(new Mattermost.Account("t", "", ""), Clock.systemUTC())
            .proves(knock("command", FORM.replace("cmd-token", ""), "")),
        "no command, no empty token");
  }

  @Test
  void aCommandIsHeardAndAnsweredElsewhere() {
    Called called = provider.read(knock("command", FORM, "")).orElseThrow();
    assertEquals("wifi amizmiz", called.words().getFirst().text());
    assertEquals("u1", called.words().getFirst().from());
    JsonNode reply = Json.read(called.reply().body());
    assertEquals("ephemeral", reply.path("response_type").asText());
    assertEquals("→ @jisr", reply.path("text").asText());
    String empty = FORM.replace("wifi+amizmiz", "+");
    assertEquals(
        "menu", provider.read(knock("command", empty, "")).orElseThrow().words().getFirst().text());
    String id = called.words().getFirst().id();
    assertEquals(
        id, provider.read(knock("command", FORM, "")).orElseThrow().words().getFirst().id());
    String anew = FORM.replace("trigger_id=dH", "trigger_id=dX");
    assertNotEquals(
        id, provider.read(knock("command", anew, "")).orElseThrow().words().getFirst().id());
    for (String without : List.of("user_id=u1", "trigger_id=dHJpZ2dlcg"))
      assertTrue(provider.read(knock("command", FORM.replace(without, ""), "")).isEmpty(), without);
  }

  private ObjectNode press(int button, String user) {
    JsonNode post = post(provider, "Ghir_wifi?\n1 Ah\n0 rje3");
    return pressed(post.at("/props/attachments/0/actions/" + button), user);
  }

  private static JsonNode post(Mattermost by, String text) {
    Button yes = new Button("1", "Ah!", "s1");
    Button back = new Button("0", "rje3", "s1");
    by.become(new Me("bot0", "jisr"));
    return Json.read(by.write(message(text, List.of(yes, back))).body().toString());
  }

  /** As the server calls it. */
  private static ObjectNode pressed(JsonNode action, String user) {
    ObjectNode press = Json.MAPPER.createObjectNode();
    press.put("user_id", user).put("user_name", "amina").put("channel_id", "d1");
    press.put("team_id", "").put("post_id", "p5").put("trigger_id", "x").put("type", "button");
    press.set("context", action.at("/integration/context").deepCopy());
    return press;
  }

  private static Outbound message(String text, List<Button> buttons) {
    return new Outbound(
        "m1",
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("mm", "u1"),
        "",
        text,
        null,
        Instant.MAX,
        Instant.MAX,
        0,
        buttons,
        null);
  }

  private static Caller.Heard.Answer answer(int status, String body) {
    return new Caller.Heard.Answer(status, MultiMap.caseInsensitiveMultiMap(), body);
  }

  private static Knock knock(String rest, String form, String body) {
    return new Knock(
        "POST",
        "/links/mm/" + rest,
        rest,
        Fields.NONE,
        Fields.of(form),
        MultiMap.caseInsensitiveMultiMap(),
        body.getBytes(UTF_8),
        "192.0.2.1");
  }
}
