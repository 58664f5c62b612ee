package ma.jisr.gateway.channel.chat.mattermost;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels of two that are known, by user: the {@link #MOST} used last. Safe on any thread. */
final class Direct {
  /** A channel and its user: 150 bytes. Whoever is forgotten costs one more call. */
  static final int MOST = 10_000;

  private final Map<String, String> channels =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized @Nullable String of(String user) {
    return channels.get(user);
  }

  synchronized void learn(String user, String channel) {
    channels.put(user, channel);
  }

  synchronized void forget(String user) {
    channels.remove(user);
  }
}
