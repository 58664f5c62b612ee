package ma.jisr.gateway.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word on where a request comes from is taken (X-Forwarded-For). Nobody else's
 * is: anybody can write the header. It is read from its end, where the nearest proxy wrote, as far
 * as it names proxies that are trusted; the first other address is the client's. Immutable.
 */
public final class Proxies {
  /** There are none. */
  public static final Proxies NONE = new Proxies(List.of());

  /** Addresses looked at in one request: more proxies in a row nobody has. */
  static final int MOST_HOPS = 16;

  private static final Pattern COMMA = Pattern.compile(",");

  /** An address with a port behind it, as some proxies write: 192.0.2.1:443, [2001:db8::1]:443. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d{1,5})?|(\\d[0-9.]*):\\d{1,5}");

  private final List<IpSubnetFilterRule> networks;

  private Proxies(List<IpSubnetFilterRule> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * @param networks addresses, or networks such as 10.0.0.0/8; names are none, since whoever
   *     answers for them would be trusted
   * @throws IllegalArgumentException with the first that is neither
   */
  public static Proxies of(List<String> networks) {
    List<IpSubnetFilterRule> rules = new ArrayList<>();
    for (String network : networks) rules.add(rule(network));
    return new Proxies(rules);
  }

  private static IpSubnetFilterRule rule(String network) {
    int slash = network.indexOf('/');
    InetAddress address =
        literal(slash < 0 ? network : network.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(network));
    int most = address.getAddress().length * Byte.SIZE;
    String bits = slash < 0 ? Integer.toString(most) : network.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most)
      throw new IllegalArgumentException(network);
    return new IpSubnetFilterRule(address, Integer.parseInt(bits), IpFilterRuleType.ACCEPT);
  }

  /** Whether a peer's word is taken. */
  public boolean trusts(String peer) {
    return !networks.isEmpty() && literal(peer).filter(this::trusts).isPresent();
  }

  private boolean trusts(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    for (IpSubnetFilterRule network : networks) if (network.matches(socket)) return true;
    return false;
  }

  /**
   * Where a request comes from, as far as that is certain.
   *
   * @param peer the address that the connection comes from
   * @param forwarded all its headers X-Forwarded-For, in their order
   */
  public String client(String peer, List<String> forwarded) {
    if (forwarded.isEmpty() || !trusts(peer)) return peer;
    String[] hops = COMMA.split(String.join(",", forwarded), -1);
    String client = peer;
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
      Optional<InetAddress> hop = literal(bare(hops[i].strip()));
      if (hop.isEmpty()) return client;
      client = hop.get().getHostAddress();
      if (!trusts(hop.get())) return client;
    }
    return client;
  }

  private static String bare(String hop) {
    var matcher = WITH_PORT.matcher(hop);
    if (!matcher.matches()) return hop;
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  /** Never asks a name server. */
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
