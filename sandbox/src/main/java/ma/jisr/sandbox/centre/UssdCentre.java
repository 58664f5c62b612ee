package ma.jisr.sandbox.centre;

import static org.jsmpp.SMPPConstant.*;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.alphabet.DataCoding;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.UssdScreen;
import ma.jisr.sandbox.smpp.Deliveries;
import ma.jisr.sandbox.smpp.Delivery;
import ma.jisr.sandbox.smpp.Submit;
import ma.jisr.sandbox.smpp.Verdict;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Troubles;
import org.jspecify.annotations.Nullable;

/**
 * The USSD centre: one session a handset, with an idle time and a time in all. A program answers
 * each input with exactly one screen, sends back the its_session_info of that input unchanged, and
 * keeps to 160 octets; anything else is refused and complained of.
 */
final class UssdCentre {
  private static final int INVALID_VALUE = 0xC4;
  private final CentreSettings settings;
  private final Deliveries deliveries;
  private final Loop loop;
  private final Troubles troubles;
  private final Complaints complaints;
  private final MessageIds ids;
  private final Map<String, UssdSession> sessions = new HashMap<>();
  private int numbers;

  UssdCentre(
      CentreSettings settings,
      Deliveries deliveries,
      Loop loop,
      Troubles troubles,
      Complaints complaints,
      MessageIds ids) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.loop = loop;
    this.troubles = troubles;
    this.complaints = complaints;
    this.ids = ids;
  }

  void dial(Phone phone, String code) {
    release(phone);
    if (!phone.reachable()) {
      phone.fail(Failure.NO_NETWORK);
    } else if (!settings.dialsUs(code)) {
      phone.fail(Failure.UNKNOWN_CODE);
    } else if (tooLong(code)) {
      phone.fail(Failure.TOO_LONG);
    } else if (!deliveries.reachable()) {
      phone.fail(Failure.NETWORK_PROBLEM);
    } else {
      var session = new UssdSession(phone, numbers++);
      sessions.put(phone.msisdn(), session);
      session.whole(loop.after(settings.session(), () -> expire(session)));
      send(session, UssdOp.BEGIN, code);
    }
  }

  void answer(Phone phone, String text) {
    UssdSession session = sessions.get(phone.msisdn());
    if (session == null || !session.asks()) {
      phone.fail(Failure.NOTHING_ASKED);
    } else if (tooLong(text)) {
      phone.fail(Failure.TOO_LONG);
    } else if (!deliveries.reachable()) {
      close(session);
      phone.fail(Failure.NETWORK_PROBLEM);
    } else {
      session.asks(false);
      send(session, UssdOp.ANSWER, text);
    }
  }

  /** Whether a session is open on the phone. */
  boolean on(Phone phone) {
    return sessions.containsKey(phone.msisdn());
  }

  /** Ends the session of the phone, if there is one: another begins. */
  void release(Phone phone) {
    UssdSession session = sessions.get(phone.msisdn());
    if (session != null) {
      abort(session);
    }
  }

  void release(Phone phone, Failure why) {
    UssdSession session = sessions.get(phone.msisdn());
    if (session != null) {
      abort(session);
      phone.fail(why);
    }
  }

  private void expire(UssdSession session) {
    if (session.open()) {
      abort(session);
      session.phone().fail(Failure.TIMED_OUT);
    }
  }

  private static boolean tooLong(String text) {
    Alphabet alphabet = Alphabet.of(text);
    return alphabet.units(text) > alphabet.screen();
  }

  private void send(UssdSession session, int op, String text) {
    session.idle(loop.after(settings.idle(), () -> expire(session)));
    deliveries
        .send(delivery(session, op, text, session.nextInfo(false)), session::open)
        .onSuccess(status -> refusedBy(session, status != 0))
        .onFailure(lost -> refusedBy(session, true));
  }

  private void refusedBy(UssdSession session, boolean refused) {
    if (refused && session.open()) {
      close(session);
      session.phone().fail(Failure.NETWORK_PROBLEM);
    }
  }

  private void abort(UssdSession session) {
    close(session);
    if (deliveries.reachable() && !troubles.losesAbort()) {
      deliveries.send(delivery(session, UssdOp.ABORT, "", session.nextInfo(true)), () -> true);
    }
  }

  private void close(UssdSession session) {
    session.end();
    sessions.remove(session.phone().msisdn(), session);
  }

  private Delivery delivery(UssdSession session, int op, String text, int info) {
    Alphabet alphabet = Alphabet.of(text);
    Delivery delivery =
        Delivery.ussd(
            session.phone().msisdn(),
            settings.ussdAddress(),
            alphabet.dataCoding(),
            Buffer.buffer(alphabet.encode(text)),
            op,
            info);
    String cell = session.phone().cell();
    // As gateways do that tell it: with the first input alone.
    boolean told = op == UssdOp.BEGIN && settings.cellTag() != 0 && !cell.isEmpty();
    return told ? delivery.with(settings.cellTag(), cell) : delivery;
  }

  /** A program wants to show a screen to the phone, which may be unknown. */
  Verdict screen(Submit submit, @Nullable Phone phone) {
    int op = submit.ussdOp().orElse(0);
    if (op != UssdOp.ASK && op != UssdOp.END) {
      return refuse(phone, INVALID_VALUE, "ussd_service_op " + op + " from a program");
    }
    if (!submit.from().equals(settings.ussdAddress())) {
      return refuse(phone, STAT_ESME_RINVSRCADR, "a screen from another code than was dialled");
    }
    if (submit.session().isEmpty()) {
      return refuse(phone, STAT_ESME_RMISSINGTLV, "a screen without its_session_info");
    }
    UssdSession session = phone == null ? null : sessions.get(phone.msisdn());
    if (session == null || session.info() != submit.session().getAsInt()) {
      return refuse(null, STAT_ESME_RDELIVERYFAILURE, "a screen for a dead session");
    }
    if (session.asks()) {
      return refuse(phone, STAT_ESME_RDELIVERYFAILURE, "a second screen for one input");
    }
    return shown(submit, session, op == UssdOp.ASK);
  }

  private Verdict shown(Submit submit, UssdSession session, boolean asks) {
    DataCoding read;
    try {
      read = DataCoding.read(submit.dataCoding(), submit.octets().getBytes());
    } catch (IllegalArgumentException wrong) {
      return refuse(session.phone(), STAT_ESME_RINVDCS, "a screen with " + wrong.getMessage());
    }
    int units = read.alphabet().units(read.text());
    var screen = new UssdScreen(read.text(), asks, read.alphabet(), units, false);
    if (units > read.alphabet().screen() || units == 0) {
      return refuse(session.phone(), STAT_ESME_RINVMSGLEN, "a screen of " + screen.size());
    }
    if (asks) {
      session.asks(true);
      session.idle(loop.after(settings.idle(), () -> expire(session)));
    } else {
      close(session);
    }
    return Verdict.taken(ids.next(), () -> session.phone().show(screen));
  }

  private Verdict refuse(@Nullable Phone phone, int status, String why) {
    complaints.add(why + " was refused with status " + status);
    if (phone != null) {
      phone.refused(why);
    }
    return Verdict.refused(status);
  }
}
