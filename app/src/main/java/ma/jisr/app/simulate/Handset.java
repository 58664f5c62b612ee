package ma.jisr.app.simulate;

import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.session.Keys;
import org.jspecify.annotations.Nullable;

/** A number and what is sent from it, each under an id of its own. */
final class Handset {
  /** Digits of a number that make its name. */
  private static final int SHOWN = 4;

  private final Address address;
  private final String name;
  private final Air air;
  private final Keys keys;
  private int sent;

  Handset(String number, Air air, Keys keys) {
    this.address = new Address("tel", number);
    this.name = name(address);
    this.air = air;
    this.keys = keys;
  }

  /** What the owner of a number is called in this world. */
  static String name(Address address) {
    String value = address.value();
    return "s" + value.substring(Math.max(0, value.length() - SHOWN));
  }

  String name() {
    return name;
  }

  Address address() {
    return address;
  }

  /** How many have been made. */
  int sent() {
    return sent;
  }

  /** An SMS. */
  Mo message(String text) {
    return mo(Inbound.Act.MESSAGE, text, null, null);
  }

  /** The id of the next that is sent. */
  String nextId() {
    return name + "." + ++sent;
  }

  Mo mo(Inbound.Act act, String text, @Nullable String dialogue, Input.@Nullable Reason reason) {
    String id = nextId();
    return new Mo(inbound(id, act, text, dialogue, reason), keys.mark(SimLink.ID, id));
  }

  /** What a channel makes of an SMS. */
  Inbound inbound(String id, String text) {
    return inbound(id, Inbound.Act.MESSAGE, text, null, null);
  }

  private Inbound inbound(
      String id,
      Inbound.Act act,
      String text,
      @Nullable String dialogue,
      Input.@Nullable Reason reason) {
    boolean message = act == Inbound.Act.MESSAGE;
    return new Inbound(
        id,
        SimLink.ID,
        act,
        address,
        message ? Rehearsal.SMS_CODE : Rehearsal.USSD_CODE,
        text,
        dialogue,
        reason,
        message ? Assurance.CLAIMED : Assurance.NETWORK,
        air.now());
  }
}
