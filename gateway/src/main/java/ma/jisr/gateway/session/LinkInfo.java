package ma.jisr.gateway.session;

import java.time.Duration;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.Inbound;
import org.jspecify.annotations.Nullable;

/**
 * What a turn must know of the link that it came by.
 *
 * @param link the id in the settings
 * @param messages what its messages are: SMS or chat
 * @param scheme of the addresses that it brings: {@code tel}, or the chat's name
 * @param screen what a USSD screen may hold
 * @param message what a message may hold
 * @param ussdPrice what a dialogue costs the person, centimes; null when the operator has not said
 * @param messagePrice what a message costs the person, centimes; null when the operator has not
 *     said
 * @param idle how long the network waits for a screen before it ends the dialogue
 * @param segmentPrice what a segment sent costs the service, centimes; null when nobody has said
 */
public record LinkInfo(
    String link,
    ChannelKind messages,
    String scheme,
    Surface screen,
    Surface message,
    @Nullable Long ussdPrice,
    @Nullable Long messagePrice,
    Duration idle,
    @Nullable Long segmentPrice) {
  /** A link of which nobody has said what sending costs. */
  public LinkInfo(
      String link,
      ChannelKind messages,
      String scheme,
      Surface screen,
      Surface message,
      @Nullable Long ussdPrice,
      @Nullable Long messagePrice,
      Duration idle) {
    this(link, messages, scheme, screen, message, ussdPrice, messagePrice, idle, null);
  }

  /** What a person paid for what was done, centimes; below 0 when the operator has not said. */
  long paidBy(Inbound.Act act, int segments) {
    return switch (act) {
      case MESSAGE -> messagePrice == null ? -1 : messagePrice * segments;
      case BEGIN -> ussdPrice == null ? -1 : ussdPrice;
      case ANSWER, RELEASE -> 0;
    };
  }
}
