package ma.jisr.gateway.channel.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Who has written: by their number, as long as WhatsApp tells it, else by the id that Meta gives
 * them for this business (business-scoped user id, {@code MA.13491208655302741918}), for who has a
 * user name and hides the number. Its dot is written as a hyphen among our addresses. Decision
 * 0339.
 */
final class Sender {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{5,19}");
  private static final Pattern HIDDEN = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");

  private Sender() {}

  /** The name of a message's sender as an address holds it; "" where it tells none. */
  static String of(JsonNode message) {
    String number = message.path("from").asText("");
    if (NUMBER.matcher(number).matches()) return number;
    String hidden = message.path("from_user_id").asText("");
    return HIDDEN.matcher(hidden).matches() ? hidden.replace('.', '-') : "";
  }

  static boolean isNumber(String address) {
    return NUMBER.matcher(address).matches();
  }

  /** As Meta writes it. */
  static String hidden(String address) {
    return address.replace('-', '.');
  }
}
