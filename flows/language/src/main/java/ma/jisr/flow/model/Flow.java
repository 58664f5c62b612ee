package ma.jisr.flow.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.flow.ChannelKind;
import org.jspecify.annotations.Nullable;

/**
 * One service's dialogue, as parsed from its YAML file.
 *
 * @param id such as {@code hotspots.find}
 * @param file where it was read, for messages
 * @param hash of its steps; stored with conversations, so that a change is noticed
 * @param start how it begins
 * @param channels by which it may run
 * @param resumeOffer how long a redial offers to continue; null when it never does
 * @param personal {@code private: true}: phones are shared, so neutral texts and no resume offer
 * @param plain the messages of a private flow that are told as they are when nobody has asked: what
 *     the person must know and has begun themselves, such as what became of a payment
 * @param budget what the linter proves
 * @param steps by name, in the order of the file: a step's successor is the next one unless it says
 *     otherwise
 * @param messages by name
 */
public record Flow(
    String id,
    String file,
    String hash,
    Start start,
    Set<ChannelKind> channels,
    @Nullable Duration resumeOffer,
    boolean personal,
    Set<String> plain,
    Budget budget,
    SequencedMap<String, Step> steps,
    Map<String, Message> messages) {
  public Flow {
    channels = Set.copyOf(channels);
    plain = Set.copyOf(plain);
    steps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(steps));
    messages = Map.copyOf(messages);
  }

  /** Whether a message of it is told as it is by somebody who has not been asked. */
  public boolean tells(String message) {
    return !personal || plain.contains(message);
  }
}
