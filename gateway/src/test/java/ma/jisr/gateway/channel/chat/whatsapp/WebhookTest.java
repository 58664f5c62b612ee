package ma.jisr.gateway.channel.chat.whatsapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.flow.Button;
import ma.jisr.gateway.channel.chat.ChatText;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Meta calls us with, as its reference of webhooks writes it, and what it does not write. */
class WebhookTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_750_000_000L);

  /** Everything of a message but who, when and by which name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'type':'text','text':{'body':'wifi amizmiz'}                                         | wifi amizmiz
          'type':'text','text':{'body':'فين كاين الويفي'}                                       | فين كاين الويفي
          'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'1⁣abc⁣Oui','title':'1 Oui'}} | 1⁣abc⁣Oui
          'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'2⁣abc⁣Ticket','title':'2 Tic…','description':'…ket'}} | 2⁣abc⁣Ticket
          'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'of-another-tool','title':'Agdal'}} | Agdal
          'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'response_json':'{}'}} | WORDLESS
          'type':'interactive','interactive':{}                                                | WORDLESS
          'type':'button','button':{'payload':'x','text':'Menu'}                               | Menu
          'type':'location','location':{'latitude':31.2234567,'longitude':-8.23,'name':'Souk'} | 31.22346,-8.23
          'type':'location','location':{'latitude':-0.0000001,'longitude':180}                 | 0,180
          'type':'location','location':{'latitude':91,'longitude':0}                           | WORDLESS
          'type':'location','location':{'latitude':1e400,'longitude':0}                        | WORDLESS
          'type':'location','location':{'latitude':'31.2','longitude':'-8'}                    | ignored malformed
          'type':'image','image':{'id':'1','mime_type':'image/jpeg','caption':'la panne'}      | la panne
          'type':'video','video':{'id':'1','caption':'la panne'}                               | la panne
          'type':'image','image':{'id':'1','mime_type':'image/jpeg'}                           | WORDLESS
          'type':'audio','audio':{'id':'1','voice':true}                                       | WORDLESS
          'type':'sticker','sticker':{'id':'1'}                                                | WORDLESS
          'type':'contacts','contacts':[{'phones':[{'phone':'+212661000009'}]}]                | WORDLESS
          'type':'unsupported','unsupported':{'type':'poll_creation'},'errors':[{'code':131051}] | WORDLESS
          'type':'unknown','errors':[{'code':131051}]                                          | WORDLESS
          'type':'unsupported','unsupported':{'type':'pin'},'errors':[{'code':131051}]         | ignored unsupported
          'type':'reaction','reaction':{'message_id':'wamid.1','emoji':'👍'}                   | ignored reaction
          'type':'system','system':{'type':'user_changed_number','wa_id':'212661000002'}       | ignored system
          'type':'hologram','hologram':{}                                                      | ignored type
          'type':'text','text':{'body':7}                                                      | ignored malformed
          'type':'text','text':{'body':'  '}                                                   | ignored malformed
          'type':'text'                                                                        | ignored malformed
          'text':{'body':'wifi'}                                                               | ignored malformed
          """)
  void whatIsSaid(String message, String heard) {
    String json = "{'id':'wamid.1','from':'212661000001','timestamp':'1749999999'," + message + "}";
    String expected = heard.replace("WORDLESS", ChatText.NO_WORDS);
    boolean ignored = heard.startsWith("ignored");
    assertEquals(
        ignored ? expected : "wamid.1 212661000001>15551234567 " + expected,
        said("{'messages':[" + json + "]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'id':'w','from':'212661000001'                                     | w 212661000001>15551234567 x
          'id':'w','from':'212661000001','timestamp':'1749395200'            | w 212661000001>15551234567 x
          'id':'w','from':'212661000001','timestamp':'1749395199'            | ignored stale
          'id':'w','from':'212661000001','timestamp':'soon'                  | w 212661000001>15551234567 x
          'id':'w','from_user_id':'MA.13491208655302741918'                  | w MA-13491208655302741918>15551234567 x
          'id':'w','from':'212661000001','from_user_id':'MA.134912086553027' | w 212661000001>15551234567 x
          'id':'w','from_user_id':'../../admin'                              | ignored malformed
          'id':'w','from':'+212 661'                                         | ignored malformed
          'id':'w'                                                           | ignored malformed
          'from':'212661000001'                                              | ignored malformed
          'id':'','from':'212661000001'                                      | ignored malformed
          'id':['w'],'from':'212661000001'                                   | ignored malformed
          'id':'w','from':'212661000001','group_id':'120363'                 | ignored group
          """)
  void whoSaysItAndWhen(String head, String heard) {
    assertEquals(heard, said("{'messages':[{" + head + ",'type':'text','text':{'body':'x'}}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'id':'wamid.1','status':'sent'                                                | wamid.1 ENROUTE
          'id':'wamid.1','status':'delivered','pricing':{'billable':false}              | wamid.1 DELIVERED
          'id':'wamid.1','status':'read'                                                | wamid.1 DELIVERED
          'id':'wamid.1','status':'failed','errors':[{'code':131026,'title':'secret'}]  | wamid.1 UNDELIVERABLE 131026
          'id':'wamid.1','status':'failed','errors':[{'code':131047}]                   | wamid.1 UNDELIVERABLE 131047
          'id':'wamid.1','status':'failed'                                              | wamid.1 UNDELIVERABLE
          'id':'wamid.1','status':'failed','errors':[{'code':'drop'}]                   | wamid.1 UNDELIVERABLE
          'id':'wamid.1','status':'played'                                              | ignored status
          'id':'wamid.1'                                                                | ignored status
          'status':'delivered'                                                          | ignored malformed
          """)
  void whatBecameOfMessages(String status, String told) {
    assertEquals(told, said("{'statuses':[{" + status + "}]}"));
  }

  @Test
  void severalEntriesChangesAndMessagesInTheirOrder() {
    String metadata = "'metadata':{'display_phone_number':'1','phone_number_id':'77'}";
    String one = "{'field':'messages','value':{%s,'messages':[%s,%s],'statuses':[%s]}}";
    String change = one.formatted(metadata, text("a"), text("b"), "{'id':'s','status':'read'}");
    String other = one.formatted(metadata, "7", text("c"), "{'id':'t','status':'sent'}");
    assertEquals(
        "a 212661000001>1 a; b 212661000001>1 b; c 212661000001>1 c; s DELIVERED; t ENROUTE;"
            + " ignored malformed; ignored field",
        line(
            read(
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':["
                    + change
                    + ","
                    + other
                    + "]},{'changes':[{'field':'account_update','value':{}}]},{},7]}",
                UTF_8)));
  }

  private static String text(String body) {
    return "{'id':'%s','from':'212661000001','type':'text','text':{'body':'%s'}}"
        .formatted(body, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'object':'page','entry':[]}                                       | none
          {'object':'whatsapp_business_account'}                             | none
          {'object':'whatsapp_business_account','entry':{}}                  | none
          {'object':'whatsapp_business_account','entry':[]}                  | ''
          {'entry':[]}                                                       | none
          []                                                                 | none
          {                                                                  | none
          wifi                                                               | none
          """)
  void whatIsNoCallOfWhatsApps(String body, String read) {
    assertEquals(read, line(read(body, UTF_8)));
  }

  @Test
  void anotherEncodingIsNoJson() {
    String body = "{'object':'whatsapp_business_account','entry':[],'é':1}";
    assertEquals("", line(read(body, UTF_8)));
    assertEquals("none", line(read(body, ISO_8859_1)));
  }

  @Test
  void depthsWithoutEndAreNotReached() {
    assertEquals("none", line(read("[".repeat(100_000), UTF_8)));
  }

  @Test
  void numbersOfOthersAndErrorsOfTheirsAreCounted() {
    assertEquals(
        "ignored number",
        line(
            read(
                "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages',"
                    + "'value':{'metadata':{'phone_number_id':'78'},'messages':["
                    + text("a")
                    + "]}}]}]}",
                UTF_8)));
    assertEquals("ignored error", said("{'errors':[{'code':130429}]}"));
  }

  @Test
  void whatIsPressedComesBackWhole() {
    Button button = new Button("2", "Maison des jeunes", "abc");
    assertEquals(Optional.of(button), Button.pressed(button.told(Letter.MOST_ID)));
  }

  /** One change of our number with this besides its metadata. */
  private static String said(String value) {
    String inside =
        "{'metadata':{'display_phone_number':'15551234567','phone_number_id':'77'},"
            + value.substring(1);
    return line(
        read(
            "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages',"
                + "'value':"
                + inside
                + "}]}]}",
            UTF_8));
  }

  private static Optional<Called> read(String body, Charset charset) {
    return new Webhook("77", NOW).read(Json.read(body.replace('\'', '"').getBytes(charset)));
  }

  private static String line(Optional<Called> read) {
    if (read.isEmpty()) return "none";
    List<String> parts = new ArrayList<>();
    for (Called.Words words : read.get().words())
      parts.add(words.id() + " " + words.from() + ">" + words.to() + " " + words.text());
    for (Called.Fate fate : read.get().fates())
      parts.add((fate.id() + " " + fate.state() + " " + fate.error()).strip());
    for (String what : read.get().ignored()) parts.add("ignored " + what);
    return String.join("; ", parts);
  }
}
