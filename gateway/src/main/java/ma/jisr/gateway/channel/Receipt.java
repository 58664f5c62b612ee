package ma.jisr.gateway.channel;

import java.time.Instant;
import java.util.List;
import ma.jisr.base.Address;
import org.jspecify.annotations.Nullable;

/**
 * A delivery receipt.
 *
 * @param link that brought it
 * @param group the SMSC group that the message went to
 * @param names what it may mean by the message's id, likeliest first; never empty
 * @param from the message's receiver as the receipt names them; null when it does not
 * @param state what has become of it
 * @param error the network's code, "" where none
 * @param at when received
 */
public record Receipt(
    String link,
    String group,
    List<Name> names,
    @Nullable Address from,
    State state,
    String error,
    Instant at) {
  public Receipt {
    names = List.copyOf(names);
  }

  /** One reading of the message's id. */
  public record Name(Form form, String id) {}

  /** How the receipt's id is to be read to be that of submit_sm_resp. */
  public enum Form {
    /** The TLV receipted_message_id, as it is. */
    TOLD,
    /** The text's id, as it is. */
    WRITTEN,
    /** The text's id is the decimal form of a hexadecimal one. */
    DECIMAL_OF_HEX,
    /** The text's id is the hexadecimal form of a decimal one. */
    HEX_OF_DECIMAL
  }

  /** SMPP 3.4 5.2.28 message_state. */
  public enum State {
    ENROUTE,
    DELIVERED,
    EXPIRED,
    DELETED,
    UNDELIVERABLE,
    ACCEPTED,
    UNKNOWN,
    REJECTED
  }

  @Override
  public String toString() {
    return "Receipt[" + state + " on " + link + "]";
  }
}
