package ma.jisr.gateway.channel.smpp;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings changed in one place. */
final class Links {
  private Links() {}

  static SmppLink window(SmppLink l, int window) {
    return make(l, l.bind(), window, l.ussd(), l.tls(), l.limits());
  }

  static SmppLink pair(SmppLink l) {
    SmppLink.Bind both = SmppLink.Bind.RECEIVER_AND_TRANSMITTER;
    return make(l, both, l.window(), l.ussd(), l.tls(), l.limits());
  }

  static SmppLink unanswered(SmppLink l, int most) {
    SmppLink.Limits limits = l.limits();
    SmppLink.Limits fewer =
        new SmppLink.Limits(limits.pdu(), most, limits.queued(), limits.segments());
    return make(l, l.bind(), l.window(), l.ussd(), l.tls(), fewer);
  }

  static SmppLink busy(SmppLink l) {
    return unanswered(l, 0);
  }

  static SmppLink profile(SmppLink l, UssdProfile profile) {
    return ussd(l, profile, l.ussd().idle(), l.ussd().session());
  }

  static SmppLink ussd(SmppLink l, UssdProfile profile, Duration idle, Duration session) {
    SmppLink.Ussd ussd =
        new SmppLink.Ussd(profile, idle, session, l.ussd().screen(), l.ussd().open());
    return make(l, l.bind(), l.window(), ussd, l.tls(), l.limits());
  }

  static SmppLink tls(SmppLink l, String host, Path trusted) {
    SmppLink.Account was = l.account();
    SmppLink.Account account =
        new SmppLink.Account(host, was.port(), was.systemId(), was.password(), "");
    return new SmppLink(
        l.id(),
        l.smsc(),
        account,
        l.bind(),
        l.window(),
        l.rate(),
        l.carries(),
        l.ussd(),
        l.text(),
        new SmppLink.Tls(trusted),
        l.timers(),
        l.limits(),
        l.cell());
  }

  private static SmppLink make(
      SmppLink l,
      SmppLink.Bind bind,
      int window,
      SmppLink.Ussd ussd,
      SmppLink.@Nullable Tls tls,
      SmppLink.Limits limits) {
    return new SmppLink(
        l.id(),
        l.smsc(),
        l.account(),
        bind,
        window,
        l.rate(),
        l.carries(),
        ussd,
        l.text(),
        tls,
        l.timers(),
        limits,
        l.cell());
  }
}
