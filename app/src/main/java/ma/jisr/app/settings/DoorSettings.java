package ma.jisr.app.settings;

import java.util.List;
import java.util.Optional;
import ma.jisr.gateway.channel.chat.telegram.TelegramLink;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.Provider;
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

  /** A link to somebody who calls. */
  public sealed interface DoorLink {
    String id();

    /** What a dialogue or message costs a person, centimes; empty where nobody has said. */
    Optional<Long> price();

    /** Whether its provider calls at the door; else we ask it. */
    default boolean calls() {
      return true;
    }
  }

  /**
   * A link to an aggregator of USSD.
   *
   * @param ussd what it asks
   * @param screen octets of a screen: 160 hold 182 septets or 80 UCS-2 units
   */
  public record UssdLink(HttpUssdLink ussd, int screen, Optional<Long> price) implements DoorLink {
    @Override
    public String id() {
      return ussd.id();
    }
  }

  /**
   * A link to a provider of SMS.
   *
   * @param provider how it speaks
   * @param prefixes of numbers for which it is the better way: a hint
   * @param cost of a segment, centimes; empty where nobody has said
   */
  public record SmsLink(
      HttpMessageLink link,
      Provider provider,
      List<String> prefixes,
      Optional<Long> cost,
      Optional<Long> price)
      implements DoorLink {
    public SmsLink {
      prefixes = List.copyOf(prefixes);
    }

    @Override
    public String id() {
      return link.id();
    }
  }

  /**
   * A link to a chat platform.
   *
   * @param provider how it speaks
   */
  public record ChatLink(HttpMessageLink link, Provider provider) implements DoorLink {
    @Override
    public String id() {
      return link.id();
    }

    @Override
    public boolean calls() {
      return provider.calls();
    }

    /** What people pay is their data, and their operator's matter. */
    @Override
    public Optional<Long> price() {
      return Optional.empty();
    }
  }

  /** A link to a bot of Telegram's. */
  public record BotLink(TelegramLink link) implements DoorLink {
    @Override
    public String id() {
      return link.messages().id();
    }

    /** What people pay is their data, and their operator's matter. */
    @Override
    public Optional<Long> price() {
      return Optional.empty();
    }

    @Override
    public boolean calls() {
      return link.called().isPresent();
    }
  }
}
