package ma.jisr.bench.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a provider sends when somebody says "wifi amizmiz": as its documentation writes it. */
enum Request {
  /** Nothing but an echo: the same bytes to a server that does nothing. */
  ECHO("echo", "application/x-www-form-urlencoded") {
    @Override
    String body(int number) {
      return FORM.body(number);
    }
  },
  FORM("form", "application/x-www-form-urlencoded") {
    @Override
    String body(int number) {
      return "sessionId=s%d&phoneNumber=%%2B2126%08d&networkCode=60401&serviceCode=*585%%23&text="
          .formatted(number, number);
    }
  },
  JSON("json", "application/json") {
    @Override
    String body(int number) {
      return """
      {"Type":"Initiation","Message":"*585#","ServiceCode":"585","Operator":"iam",
      "Mobile":"2126%08d","SessionId":"s%d","Sequence":1,"Platform":"USSD"}\
      """
          .formatted(number, number);
    }
  },
  XML("xml", "text/xml") {
    @Override
    String body(int number) {
      return "<ussd><msisdn>2126%08d</msisdn><sessionid>s%d</sessionid><type>1</type><msg>*585#</msg></ussd>"
          .formatted(number, number);
    }
  },
  SMS("sms", "application/x-www-form-urlencoded") {
    @Override
    String body(int number) {
      return "MessageSid=SM%d&From=%%2B2126%08d&To=2121&NumMedia=0&Body=wifi+amizmiz"
          .formatted(number, number);
    }
  },
  TELEGRAM("tg", "application/json") {
    @Override
    String body(int number) {
      return """
      {"update_id":%d,"message":{"message_id":1,"date":1795377600,"text":"wifi amizmiz",
      "chat":{"id":%d,"type":"private"},"from":{"id":%d,"is_bot":false,"first_name":"A"}}}\
      """
          .formatted(number, number, number);
    }
  },
  WHATSAPP("wa", "application/json") {
    @Override
    String body(int number) {
      return """
      {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
      "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15551234567",
      "phone_number_id":"106540352242922"},"messages":[{"from":"2126%08d","id":"wamid.%d",
      "timestamp":"1795377600","type":"text","text":{"body":"wifi amizmiz"}}]}}]}]}\
      """
          .formatted(number, number);
    }
  };

  /** Of all links, in the settings of {@link ChannelBench}. */
  static final String SECRET = "known-to-both-of-us";

  private final String link;
  private final String media;

  Request(String link, String media) {
    this.link = link;
    this.media = media;
  }

  abstract String body(int number);

  String path() {
    return "/links/" + link;
  }

  String media() {
    return media;
  }

  /** Meta's signature; nobody else reads it. */
  static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
