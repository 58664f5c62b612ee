package ma.jisr.gateway.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The reading of delivery receipts: TLVs first (receipted_message_id, message_state,
 * network_error_code), then the text of SMPP 3.4 appendix B, whose fields peers leave out and
 * reorder.
 *
 * @param link whose receipts they are
 * @param group the SMSC group that it belongs to
 */
record Receipts(String link, String group) {
  private static final Pattern FIELD =
      Pattern.compile("(?i)\\b(id|stat|err)\\s*:\\s*([^\\s]{1,65})");

  /** From here on it is what we once sent, which may look like anything. */
  private static final Pattern TEXT = Pattern.compile("(?i)\\btext\\s*:");

  /** Texts of receipts are about 120 octets; no more of a longer one is searched. */
  private static final int MOST_TEXT = 512;

  private static final Map<String, Receipt.State> WORDS =
      Map.of(
          "ENROUTE", Receipt.State.ENROUTE,
          "DELIVRD", Receipt.State.DELIVERED,
          "EXPIRED", Receipt.State.EXPIRED,
          "DELETED", Receipt.State.DELETED,
          "UNDELIV", Receipt.State.UNDELIVERABLE,
          "ACCEPTD", Receipt.State.ACCEPTED,
          "UNKNOWN", Receipt.State.UNKNOWN,
          "REJECTD", Receipt.State.REJECTED);

  /** The receipt; empty when it names no message. */
  Optional<Receipt> read(Deliver deliver, @Nullable Address from, Instant at) {
    int length = Math.min(MOST_TEXT, deliver.body().length);
    String body = new String(deliver.body(), 0, length, StandardCharsets.ISO_8859_1);
    String text = TEXT.split(body, 2)[0];
    String id = "";
    String error = "";
    Receipt.State state = Receipt.State.UNKNOWN;
    for (Matcher field = FIELD.matcher(text); field.find(); ) {
      String value = field.group(2);
      switch (field.group(1).toLowerCase(Locale.ROOT)) {
        case "id" -> id = id.isEmpty() ? value : id;
        case "stat" -> state = word(value);
        default -> error = value;
      }
    }
    byte[] named = deliver.tlvs().get(Tlvs.RECEIPTED_MESSAGE_ID);
    // The TLV repeats the id as submit_sm_resp gave it, whatever the text does with it.
    String told = named == null ? "" : string(named);
    byte[] became = deliver.tlvs().get(Tlvs.MESSAGE_STATE);
    if (became != null && became.length == 1) {
      state = number(became[0]);
    }
    byte[] network = deliver.tlvs().get(Tlvs.NETWORK_ERROR_CODE);
    if (network != null && network.length == 3) {
      error = Integer.toString(((network[1] & 0xff) << 8) | (network[2] & 0xff));
    }
    List<Receipt.Name> names = MessageIds.of(told, id);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Receipt(link, group, names, from, state, error, at));
  }

  private static Receipt.State word(String word) {
    return WORDS.getOrDefault(word.toUpperCase(Locale.ROOT), Receipt.State.UNKNOWN);
  }

  private static Receipt.State number(byte state) {
    Receipt.State[] all = Receipt.State.values();
    // SMPP 3.4 5.2.28 counts from 1 (ENROUTE) to 8 (REJECTED).
    return state >= 1 && state <= all.length ? all[state - 1] : Receipt.State.UNKNOWN;
  }

  private static String string(byte[] value) {
    int end = 0;
    while (end < value.length && value[end] != 0) {
      end++;
    }
    return new String(value, 0, end, StandardCharsets.ISO_8859_1);
  }
}
