package ma.jisr.sandbox.centre;

import static org.jsmpp.SMPPConstant.*;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.PhoneException;
import ma.jisr.sandbox.smpp.Deliveries;
import ma.jisr.sandbox.smpp.Delivery;
import ma.jisr.sandbox.smpp.Submit;
import ma.jisr.sandbox.smpp.Verdict;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import org.jsmpp.bean.OptionalParameter;

/**
 * The short message centre: takes SMS from phones to the program and back, holds them for phones
 * that cannot be reached, and sends receipts.
 */
final class MessageCentre {
  private static final int UDHI = 0x40;
  private static final int OCTET = 256;

  /** The most segments that a phone sends as one message. */
  static final int MOST_PARTS = 10;

  private final CentreSettings settings;
  private final Deliveries deliveries;
  private final Loop loop;
  private final Complaints complaints;
  private final MessageIds ids;
  private final Map<String, Reassembly> reassemblies = new HashMap<>();
  private final Map<String, Set<Held>> held = new HashMap<>();
  private int references;

  MessageCentre(
      CentreSettings settings,
      Deliveries deliveries,
      Loop loop,
      Complaints complaints,
      MessageIds ids) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.loop = loop;
    this.complaints = complaints;
    this.ids = ids;
  }

  private record Held(Submit submit, Segment segment, String id, Instant taken) {}

  Future<Integer> sms(Phone phone, String to, String text) {
    if (!phone.reachable()) {
      return Future.failedFuture(new PhoneException(Failure.NO_NETWORK));
    }
    if (!to.equals(settings.smsCode())) {
      return Future.failedFuture(new PhoneException(Failure.UNKNOWN_CODE));
    }
    Alphabet alphabet = Alphabet.of(text);
    List<String> parts = alphabet.parts(text);
    if (parts.size() > MOST_PARTS) {
      return Future.failedFuture(new PhoneException(Failure.TOO_LONG));
    }
    phone.charge(parts.size());
    int reference = references++ % OCTET;
    var outcomes = new ArrayList<Future<Integer>>();
    for (int i = 0; i < parts.size(); i++) {
      byte[] octets = alphabet.encode(parts.get(i));
      boolean whole = parts.size() == 1;
      Buffer data =
          whole
              ? Buffer.buffer(octets)
              : UserData.withHeader(octets, reference, parts.size(), i + 1);
      var delivery =
          new Delivery(
              "",
              phone.msisdn(),
              to,
              whole ? 0 : UDHI,
              alphabet.dataCoding(),
              data,
              List.of(new OptionalParameter.User_message_reference((short) reference)));
      outcomes.add(deliveries.send(delivery, () -> true));
    }
    return Future.join(outcomes).map(all -> taken(outcomes));
  }

  private static int taken(List<Future<Integer>> outcomes) {
    if (outcomes.stream().anyMatch(outcome -> outcome.result() != 0)) {
      throw new PhoneException(Failure.NETWORK_PROBLEM);
    }
    return outcomes.size();
  }

  /** A program has submitted an SMS to the phone. */
  Verdict submitted(Submit submit, Phone phone) {
    if (!submit.from().equals(settings.smsCode())) {
      return refuse(STAT_ESME_RINVSRCADR, "an SMS from a code that the program does not have");
    }
    Segment segment;
    try {
      segment = Segment.of(submit);
    } catch (IllegalArgumentException wrong) {
      phone.refused("an SMS with " + wrong.getMessage());
      return refuse(STAT_ESME_RINVMSGLEN, "an SMS with " + wrong.getMessage());
    }
    Set<Held> waiting = held.getOrDefault(phone.msisdn(), Set.of());
    if (!phone.reachable() && waiting.size() >= CentreSettings.HELD) {
      return Verdict.refused(STAT_ESME_RMSGQFUL);
    }
    var message = new Held(submit, segment, ids.next(), loop.now());
    return Verdict.taken(message.id(), () -> deliver(phone, message));
  }

  private void deliver(Phone phone, Held message) {
    if (!phone.reachable()) {
      held.computeIfAbsent(phone.msisdn(), none -> new LinkedHashSet<>()).add(message);
      loop.after(settings.hold(), () -> expire(phone, message));
      return;
    }
    reassemblies
        .computeIfAbsent(phone.msisdn(), none -> new Reassembly())
        .add(message.segment())
        .ifPresent(
            whole -> phone.receive(whole.from(), whole.text(), whole.segments(), whole.alphabet()));
    receipt(message, Receipts.State.DELIVRD);
  }

  private void expire(Phone phone, Held message) {
    if (held.getOrDefault(phone.msisdn(), Set.of()).remove(message)) {
      receipt(message, Receipts.State.EXPIRED);
    }
  }

  /** The phone can be reached again. */
  void back(Phone phone) {
    Set<Held> waiting = held.remove(phone.msisdn());
    if (waiting != null) {
      waiting.forEach(message -> deliver(phone, message));
    }
  }

  private void receipt(Held message, Receipts.State state) {
    if (Receipts.wanted(message.submit(), state)) {
      deliveries.send(
          Receipts.receipt(message.submit(), message.id(), state, message.taken(), loop.now()),
          () -> true);
    }
  }

  private Verdict refuse(int status, String why) {
    complaints.add(why + " was refused with status " + status);
    return Verdict.refused(status);
  }
}
