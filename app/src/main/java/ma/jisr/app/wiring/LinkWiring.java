package ma.jisr.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.app.settings.DoorSettings;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.smpp.CellTag;
import ma.jisr.gateway.channel.smpp.SmppLink;
import ma.jisr.gateway.channel.smpp.UssdProfile;
import ma.jisr.gateway.delivery.LinkChoice;
import ma.jisr.gateway.session.LinkInfo;

/** Turns a link's settings into what the SMPP edge and the session engine want to know of it. */
final class LinkWiring {
  private LinkWiring() {}

  static SmppLink smpp(LinkSettings link) {
    SmppLink.Account account =
        new SmppLink.Account(
            link.host(), link.port(), link.systemId(), link.password().value(), "");
    LinkSettings.Ussd ussd = link.ussd();
    return new SmppLink(
        link.id(),
        link.smsc(),
        account,
        link.bind().equals("pair")
            ? SmppLink.Bind.RECEIVER_AND_TRANSMITTER
            : SmppLink.Bind.TRANSCEIVER,
        link.window(),
        link.rate(),
        new SmppLink.Carries(link.carries().contains("sms"), link.carries().contains("ussd")),
        new SmppLink.Ussd(
            UssdProfile.valueOf(ussd.profile().toUpperCase(Locale.ROOT)),
            ussd.idle(),
            ussd.session(),
            ussd.screen(),
            SmppLink.Ussd.usual().open()),
        new SmppLink.Text(link.encoding().equals("latin1"), "MA", true, link.validity()),
        link.tls() ? new SmppLink.Tls(null) : null,
        SmppLink.Timers.usual(),
        SmppLink.Limits.usual(),
        link.cellTag().isPresent() ? new CellTag(link.cellTag().getAsInt()) : null);
  }

  static LinkInfo info(LinkSettings link) {
    return new LinkInfo(
        link.id(),
        ChannelKind.SMS,
        "tel",
        surface(link.ussd().screen()),
        Surface.SMS,
        link.tariff().ussd().orElse(null),
        link.tariff().smsMo().orElse(null),
        link.ussd().idle(),
        link.cost().orElse(null));
  }

  /** Octets of a screen as septets and UCS-2 units (3GPP TS 23.038 6.1.2.3). */
  static Surface surface(int octets) {
    return new Surface(octets * 8 / 7, octets / 2);
  }

  /** By which of them messages may go. */
  static LinkChoice choice(List<LinkSettings> links, DoorSettings door) {
    List<LinkChoice.Candidate> candidates = new ArrayList<>();
    for (LinkSettings link : links)
      if (link.carries().contains("sms"))
        candidates.add(
            new LinkChoice.Candidate(
                link.id(), link.smsc(), link.prefixes(), link.cost().orElse(0L)));
    for (DoorSettings.DoorLink link : door.links())
      if (link instanceof DoorSettings.SmsLink sms)
        candidates.add(
            new LinkChoice.Candidate(
                sms.id(), sms.link().group(), sms.prefixes(), sms.cost().orElse(0L)));
    return new LinkChoice(candidates);
  }
}
