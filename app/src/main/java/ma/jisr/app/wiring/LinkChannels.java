package ma.jisr.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.delivery.LinkChoice;
import org.jspecify.annotations.Nullable;

/** The links of this node, and by which of them messages may go. */
record LinkChannels(Map<String, Channel> channels, LinkChoice choice) implements Channels {
  /**
   * @param channels by link; may still be filled
   */
  static LinkChannels of(Map<String, Channel> channels, List<LinkSettings> links) {
    List<LinkChoice.Candidate> candidates = new ArrayList<>();
    for (LinkSettings link : links)
      if (link.carries().contains("sms"))
        candidates.add(
            new LinkChoice.Candidate(
                link.id(), link.smsc(), link.prefixes(), link.cost().orElse(0L)));
    return new LinkChannels(channels, new LinkChoice(candidates));
  }

  @Override
  public @Nullable Channel of(String link) {
    return channels.get(link);
  }
}
