package ma.jisr.gateway.session;

import java.util.Objects;
import ma.jisr.base.Assurance;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Input;
import ma.jisr.flow.Via;
import ma.jisr.gateway.channel.Inbound;
import org.jspecify.annotations.Nullable;

/** The translation of what a channel brings into what moves a person's conversations. */
final class Inputs {
  private Inputs() {}

  static Input of(Inbound inbound, LinkInfo link) {
    return switch (inbound.act()) {
      case BEGIN -> new Input.Begin(screens(inbound, link), inbound.text(), inbound.here());
      case ANSWER -> new Input.Said(screens(inbound, link), inbound.text(), inbound.here());
      case MESSAGE -> new Input.Said(messages(inbound, link), inbound.text(), inbound.here());
      case RELEASE ->
          new Input.Closed(
              dialogue(inbound),
              Objects.requireNonNullElse(inbound.reason(), Input.Reason.RELEASED));
    };
  }

  /** The same from a chat whose person has a phone: they have tied one to the other. */
  static Input linked(Work.Arrived arrived, PersonDocument person) {
    boolean tied =
        !arrived.inbound().from().scheme().equals(Numbers.TELEPHONE)
            && person.address(Numbers.TELEPHONE).isPresent();
    if (!tied) return arrived.input();
    return switch (arrived.input()) {
      case Input.Said said -> new Input.Said(linked(said.via()), said.text(), said.here());
      case Input.Begin begin -> new Input.Begin(linked(begin.via()), begin.dialled(), begin.here());
      default -> arrived.input();
    };
  }

  private static Via linked(Via via) {
    return via.assurance().compareTo(Assurance.LINKED) >= 0
        ? via
        : new Via(
            via.kind(),
            via.link(),
            via.code(),
            via.dialogue(),
            via.surface(),
            Assurance.LINKED,
            via.price());
  }

  /** The way of an input; null where it has none. */
  static @Nullable Via via(Input input) {
    return switch (input) {
      case Input.Begin begin -> begin.via();
      case Input.Said said -> said.via();
      default -> null;
    };
  }

  private static Via screens(Inbound inbound, LinkInfo link) {
    return new Via(
        ChannelKind.USSD,
        link.link(),
        inbound.code(),
        dialogue(inbound),
        link.screen(),
        inbound.assurance(),
        link.ussdPrice());
  }

  private static Via messages(Inbound inbound, LinkInfo link) {
    return new Via(
        link.messages(),
        link.link(),
        inbound.code(),
        link.link() + '/' + inbound.code(),
        link.message(),
        inbound.assurance(),
        link.messagePrice());
  }

  private static String dialogue(Inbound inbound) {
    return Objects.requireNonNull(inbound.dialogue(), "a USSD input without a dialogue");
  }
}
