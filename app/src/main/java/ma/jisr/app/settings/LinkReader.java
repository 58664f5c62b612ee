package ma.jisr.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.smpp.CellTag;

/** Reads one entry of {@code links}. */
final class LinkReader {
  /** More accounts than any one node has been asked to carry. */
  static final int MAX_LINKS = 64;

  /** The vendors whose ways are known; see docs/configuration.md. */
  static final List<String> PROFILES = List.of("standard", "mica", "huawei", "stepping");

  private static final Pattern TAG = Pattern.compile("0x[0-9a-fA-F]{4}|[1-9][0-9]{3,4}");
  private static final Pattern RATE = Pattern.compile("(\\d{1,6})/s");
  private static final Pattern DIRHAM = Pattern.compile("(\\d{1,3})(?:\\.(\\d{2}))?");

  private static final Pattern PREFIX = Pattern.compile("[1-9]\\d{0,14}");

  /** Nodes that one account is divided among; more would leave each next to nothing. */
  private static final int MAX_NODES = 16;

  private final Section link;

  LinkReader(Section link) {
    this.link = link;
  }

  LinkSettings read() {
    String id = link.required("id", "Write for example id: iam");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,15}"))
      link.problem("id", "is not a short lower-case word", "Write for example id: iam");
    link.oneOf("type", "smpp", List.of("smpp"));
    String host = link.required("host", "Write for example host: smsc.example.net");
    boolean tls = link.flag("tls", false);
    checkEncrypted(host, tls);
    int nodes = (int) link.whole("nodes", 1, 1, MAX_NODES);
    LinkSettings settings =
        new LinkSettings(
            id,
            link.text("smsc", id),
            host,
            (int) link.whole("port", 2775, 1, 65_535),
            systemId(),
            link.secret(
                "password", "JISR_" + id.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD"),
            link.oneOf("bind", "transceiver", List.of("transceiver", "pair")),
            share((int) link.whole("window", 100, 1, 1_000), nodes),
            share(rate(link), nodes),
            link.oneOf("encoding", "gsm7", List.of("gsm7", "latin1")),
            link.flag("validity", true),
            tls,
            link.someOf("carries", Set.of("sms", "ussd"), List.of("sms", "ussd")),
            prefixes(link),
            centimes(link, "cost"),
            ussd(link.section("ussd")),
            tariff(link.section("tariff")),
            cellTag());
    link.finish();
    return settings;
  }

  /** A node's part of an account that several nodes have together. */
  private static int share(int whole, int nodes) {
    return Math.max(1, whole / nodes);
  }

  static List<String> prefixes(Section link) {
    List<String> prefixes = List.of(link.text("prefixes", "").strip().split("[ ,]+"));
    if (prefixes.equals(List.of(""))) return List.of();
    for (String prefix : prefixes)
      if (!PREFIX.matcher(prefix).matches()) {
        link.problem(
            "prefixes",
            "holds something that is no beginning of a number",
            "Write for example prefixes: 21266 21277");
        return List.of();
      }
    return prefixes;
  }

  private String systemId() {
    String systemId =
        link.required("system-id", "Write the name that the operator gave the account");
    // SMPP 3.4 5.2.1: fifteen characters and the terminating zero
    if (systemId.length() > 15)
      link.problem("system-id", "is longer than 15 characters", "Check it with the operator");
    return systemId;
  }

  private OptionalInt cellTag() {
    Optional<String> text = link.text("cell-tag");
    if (text.isEmpty()) return OptionalInt.empty();
    if (TAG.matcher(text.get()).matches()) {
      int tag = Integer.decode(text.get());
      if (tag >= CellTag.LEAST && tag <= CellTag.MOST) return OptionalInt.of(tag);
    }
    link.problem(
        "cell-tag",
        "is not a tag from 0x1400 to 0x3FFF, the vendors' range",
        "Write for example cell-tag: 0x1401, as the operator says");
    return OptionalInt.empty();
  }

  static int rate(Section link) {
    return rate(link, 100);
  }

  /**
   * @param usual if nothing else stands there, a second
   */
  static int rate(Section link, int usual) {
    String rate = link.text("rate", usual + "/s");
    Matcher matcher = RATE.matcher(rate);
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) > 0)
      return Integer.parseInt(matcher.group(1));
    link.problem(
        "rate", "is not a number of segments a second", "Write for example rate: " + usual + "/s");
    return usual;
  }

  private static LinkSettings.Ussd ussd(Section section) {
    LinkSettings.Ussd ussd =
        new LinkSettings.Ussd(
            section.oneOf("profile", "standard", PROFILES),
            section.duration(
                "idle", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)),
            section.duration(
                "session", Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofMinutes(30)),
            (int) section.whole("screen", 160, 100, 160),
            section.duration(
                "settle", LinkSettings.Ussd.SETTLE, Duration.ZERO, Duration.ofSeconds(30)));
    if (ussd.idle().compareTo(ussd.session()) > 0)
      section.problem(
          "idle", "is longer than session", "A screen cannot wait longer than its dialogue lasts");
    section.finish();
    return ussd;
  }

  private static LinkSettings.Tariff tariff(Section section) {
    LinkSettings.Tariff tariff =
        new LinkSettings.Tariff(centimes(section, "sms-mo"), centimes(section, "ussd"));
    section.finish();
    return tariff;
  }

  static Optional<Long> centimes(Section section, String key) {
    Optional<String> text = section.text(key);
    if (text.isEmpty()) return Optional.empty();
    Matcher matcher = DIRHAM.matcher(text.get());
    if (matcher.matches()) {
      String cents = matcher.group(2);
      return Optional.of(
          Long.parseLong(matcher.group(1)) * 100 + (cents == null ? 0 : Long.parseLong(cents)));
    }
    section.problem(key, "is not a price in dirhams", "Write for example " + key + ": \"1.00\"");
    return Optional.empty();
  }

  private void checkEncrypted(String host, boolean tls) {
    boolean accepted = link.text("plaintext", "").equals("accepted");
    if (tls || accepted || host.isEmpty() || isPrivate(host)) return;
    link.problem(
        "host",
        "is a public address, and the link is not encrypted",
        "Write tls: true, or plaintext: accepted when a tunnel carries it");
  }

  /**
   * Loopback and private ranges (RFC 1918, RFC 4193, RFC 3927); names are taken as public unless
   * they are localhost.
   */
  static boolean isPrivate(String host) {
    if (host.equals("localhost")) return true;
    if (!host.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) return false;
    try {
      InetAddress address = InetAddress.getByName(host);
      boolean uniqueLocal =
          address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || uniqueLocal;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
