package ma.jisr.app.settings;

import java.util.List;
import java.util.Optional;
import ma.jisr.gateway.channel.http.ussd.HttpUssdLink;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/**
 * Where aggregators call, and which of them may.
 *
 * @param listener empty: nobody may
 * @param proxies in front of it, whose word on who asks is taken
 * @param links that call
 */
public record DoorSettings(Optional<Listener> listener, Proxies proxies, List<DoorLink> links) {
  /** Nobody calls. */
  public static final DoorSettings NONE =
      new DoorSettings(Optional.empty(), Proxies.NONE, List.of());

  /** Its usual port. */
  public static final int PORT = 8083;

  public DoorSettings {
    links = List.copyOf(links);
  }

  /**
   * A link to an aggregator that calls.
   *
   * @param ussd what it asks
   * @param screen octets of a screen: 160 hold 182 septets or 80 UCS-2 units
   * @param price of a dialogue for the person, centimes; empty where nobody has said
   */
  public record DoorLink(HttpUssdLink ussd, int screen, Optional<Long> price) {
    public String id() {
      return ussd.id();
    }
  }
}
