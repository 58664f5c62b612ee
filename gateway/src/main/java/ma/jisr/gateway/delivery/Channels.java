package ma.jisr.gateway.delivery;

import ma.jisr.gateway.channel.Channel;
import org.jspecify.annotations.Nullable;

/** The links by their ids. */
@FunctionalInterface
public interface Channels {
  /** The channel of a link; null for a link that is no longer in the settings. */
  @Nullable Channel of(String link);

  /** By which of them messages may go. */
  default LinkChoice choice() {
    return LinkChoice.NONE;
  }

  /** Whether a link is there and can send now. */
  default boolean up(String link) {
    Channel channel = of(link);
    return channel != null && channel.up();
  }
}
