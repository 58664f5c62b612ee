package ma.jisr.gateway.channel.chat.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.Address;
import ma.jisr.flow.Button;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Telegram tells and is told, as its documentation writes it. */
class TelegramTest {
  private static final String TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
  private static final Telegram BOT = new Telegram(TOKEN);

  /** {@code ME} is a chat of one person with the bot. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'update_id':7,'message':{'message_id':1,ME,'date':1,'text':'wifi amizmiz'}}                             | 7 42 wifi amizmiz
          {'update_id':7,'message':{'message_id':1,ME,'date':1,'text':'/start','entities':[{'type':'bot_command'}]}} | 7 42 menu
          {'update_id':7,'message':{ME,'text':'/start wifi_amizmiz'}}                                              | 7 42 wifi amizmiz
          {'update_id':7,'message':{ME,'text':'/wifi@jisr_bot  amizmiz'}}                                          | 7 42 wifi amizmiz
          {'update_id':7,'message':{ME,'text':'/2/3'}}                                                             | 7 42 /2/3
          {'update_id':7,'message':{ME,'photo':[{'file_id':'x'}],'caption':'ticket'}}                              | 7 42 ticket
          {'update_id':7,'message':{ME,'photo':[{'file_id':'x'}]}}                                                 | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'photo':[{'file_id':'x'}],'caption':' '}}                                   | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'voice':{}}}                                                                | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'sticker':{'emoji':'x'}}}                                                   | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'contact':{'phone_number':'1'}}}                                            | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'location':{'latitude':31.22,'longitude':-8.23}}}                           | 7 42 31.22,-8.23
          {'update_id':7,'message':{ME,'location':{'latitude':31.220001,'longitude':-8.234567},'venue':{}}}        | 7 42 31.22,-8.23457
          {'update_id':7,'message':{ME,'location':{'latitude':931.2,'longitude':-8}}}                              | 7 42 \uFFFC
          {'update_id':7,'message':{ME,'location':{}}}                                                             | 7 42 \uFFFC
          {'update_id':7,'callback_query':{'id':'9','from':{'id':42},'message':{ME},'data':'2 Ticket'}}            | 7 42 2 Ticket; replied
          {'update_id':7,'callback_query':{'id':'9','from':{'id':42},'message':{ME}}}                              | ignored other; replied
          {'update_id':7,'callback_query':{'id':'9','from':{'id':42},'inline_message_id':'i','data':'2'}}          | ignored other; replied
          {'update_id':7,'callback_query':{'id':'9','message':{'chat':{'id':-5,'type':'group'}},'data':'2'}}       | ignored group; replied
          {'update_id':7,'message':{'chat':{'id':-5,'type':'group'},'from':{'id':42},'text':'solde'}}              | ignored group
          {'update_id':7,'message':{'chat':{'id':-1005,'type':'supergroup'},'from':{'id':42},'text':'solde'}}      | ignored group
          {'update_id':7,'message':{'chat':{'id':-5,'type':'private'},'text':'x'}}                                 | ignored group
          {'update_id':7,'message':{'chat':{'id':42},'text':'x'}}                                                  | ignored group
          {'update_id':7,'message':{'chat':{'id':'42','type':'private'},'text':'x'}}                               | ignored other
          {'update_id':7,'message':{'chat':{'id':42,'type':'private'},'from':{'id':42,'is_bot':true},'text':'x'}}  | ignored bot
          {'update_id':7,'message':{ME,'pinned_message':{}}}                                                       | ignored service
          {'update_id':7,'message':{ME,'text':{'a':1}}}                                                            | ignored service
          {'update_id':7,'message':[]}                                                                             | ignored other
          {'update_id':7,'edited_message':{ME,'text':'wifi'}}                                                      | ignored edited
          {'update_id':7,'channel_post':{'chat':{'id':-1,'type':'channel'},'text':'x'}}                            | ignored other
          {'update_id':7,'my_chat_member':{}}                                                                      | ignored other
          {'update_id':7}                                                                                          | ignored other
          {'update_id':'7','message':{ME,'text':'wifi'}}                                                           | none
          {'message':{ME,'text':'wifi'}}                                                                           | none
          []                                                                                                       | none
          {'update_id':7,                                                                                          | none
          wifi                                                                                                     | none
          """)
  void updatesAreRead(String update, String heard) {
    String me = "'from':{'id':42,'is_bot':false},'chat':{'id':42,'type':'private'}";
    assertEquals(heard, heard(update.replace("ME", me).replace('\'', '"')));
  }

  @Test
  void anotherEncodingAndDepthsWithoutEndAreNoUpdates() {
    String update = "{\"update_id\":7,\"message\":{\"text\":\"café\"}}";
    assertEquals("ignored other", heard(update));
    assertEquals("none", heard(update.getBytes(ISO_8859_1)));
    assertEquals("none", heard("{\"update_id\":7,\"message\":" + "[".repeat(100_000)));
  }

  private static String heard(String body) {
    return heard(body.getBytes(UTF_8));
  }

  private static String heard(byte[] bytes) {
    MultiMap none = MultiMap.caseInsensitiveMultiMap();
    Optional<Called> read =
        BOT.read(new Knock("POST", "", "", Fields.NONE, Fields.NONE, none, bytes, ""));
    return read.map(TelegramTest::line).orElse("none");
  }

  private static String line(Called called) {
    StringBuilder line = new StringBuilder();
    for (Called.Words words : called.words())
      line.append(words.id() + ' ' + words.from() + ' ' + words.text());
    for (String what : called.ignored()) line.append("ignored ").append(what);
    if (!called.reply().body().isEmpty()) {
      assertEquals(
          Json.read("{\"method\":\"answerCallbackQuery\",\"callback_query_id\":\"9\"}"),
          Json.read(called.reply().body()));
      line.append("; replied");
    }
    return line.toString();
  }

  @Test
  void aMessageIsPlainText() {
    Caller.Ask ask = BOT.write(message("<b>1 & 2</b> *x* http://a.b", List.of()));
    assertEquals("POST /bot" + TOKEN + "/sendMessage", ask.method() + " " + ask.path());
    assertEquals("application/json", ask.headers().get("content-type"));
    assertEquals(
        "{\"chat_id\":\"42\",\"text\":\"<b>1 & 2</b> *x* http://a.b\","
            + "\"link_preview_options\":{\"is_disabled\":true}}",
        ask.body().toString());
  }

  @Test
  void whatCanBePressedStandsBelow() {
    List<Button> buttons =
        List.of(new Button("1", "Wifi proche", "s"), new Button("0", "Retour", "s"));
    String body = BOT.write(message("Menu", buttons)).body().toString();
    assertEquals(
        "[[1 Wifi proche="
            + buttons.get(0).told(64)
            + "], [0 Retour="
            + buttons.get(1).told(64)
            + "]]",
        KeyboardTest.rows(Json.read(body).path("reply_markup")));
  }

  private static Outbound message(String text, List<Button> buttons) {
    return new Outbound(
        "m",
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("tg", "42"),
        "",
        text,
        null,
        Instant.MAX,
        Instant.MAX,
        0,
        buttons,
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {'ok':true,'result':{'message_id':5}}                                                             | Taken[id=]
          200 | <html>                                                                                            | Unsure[status=HTTP 200]
          403 | {'ok':false,'error_code':403,'description':'Forbidden: bot was blocked by the user'}              | Refused[status=blocked]
          403 | {'ok':false,'error_code':403,'description':'Forbidden: user is deactivated'}                      | Refused[status=HTTP 403]
          400 | {'ok':false,'error_code':400,'description':'Bad Request: chat not found'}                         | Refused[status=HTTP 400]
          401 | {'ok':false,'error_code':401,'description':'Unauthorized'}                                        | LockedOut[status=HTTP 401]
          404 | {'ok':false,'error_code':404,'description':'Not Found'}                                           | LockedOut[status=HTTP 404]
          429 | {'ok':false,'error_code':429,'parameters':{'retry_after':35}}                                     | Throttled[pause=Optional[PT35S]]
          429 | {'ok':false,'error_code':429,'parameters':{'retry_after':-1}}                                     | Throttled[pause=Optional.empty]
          429 | ``                                                                                                | Throttled[pause=Optional.empty]
          500 | {'ok':false,'error_code':500,'description':'Internal Server Error'}                               | Unsure[status=HTTP 500]
          502 | <html>                                                                                            | Later[status=HTTP 502]
          302 | ``                                                                                                | Refused[status=HTTP 302]
          """)
  void answersAreRead(int status, String body, String verdict) {
    Caller.Heard.Answer answer =
        new Caller.Heard.Answer(
            status, MultiMap.caseInsensitiveMultiMap(), body.replace('\'', '"'));
    assertEquals(verdict, BOT.told(message("x", List.of()), answer).toString());
  }

  @Test
  void theTokenIsShownNowhere() {
    Caller.Ask ask = BOT.write(message("x", List.of()));
    for (Object shown : List.of(BOT, ask, List.of(BOT)))
      assertFalse(shown.toString().contains("AAbb"), shown.toString());
  }
}
