package ma.jisr.gateway.channel.chat.whatsapp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.http.message.Verdict;

/**
 * What Meta's codes ask of us (WhatsApp Business Platform, "Error codes", of 15 May 2026). Other
 * codes are read by the status of HTTP that they come with.
 */
enum Fault {
  AUTHENTICATION(0, Kind.LOCKED_OUT),
  CAPABILITY(3, Kind.LOCKED_OUT),
  PERMISSION(10, Kind.LOCKED_OUT),
  NUMBER_DELETED(33, Kind.LOCKED_OUT),
  TOKEN(190, Kind.LOCKED_OUT),
  POLICY(368, Kind.LOCKED_OUT),
  COUNTRY(130497, Kind.REFUSED),
  ACCESS_DENIED(131005, Kind.LOCKED_OUT),
  ACCOUNT_LOCKED(131031, Kind.LOCKED_OUT),
  UNPAID(131042, Kind.LOCKED_OUT),
  CERTIFICATE(131045, Kind.LOCKED_OUT),
  NOT_REGISTERED(133010, Kind.LOCKED_OUT),

  CALLS_OF_APP(4, Kind.THROTTLED),
  CALLS_OF_ACCOUNT(80007, Kind.THROTTLED),
  THROUGHPUT(130429, Kind.THROTTLED),
  /** Too many were blocked or reported: a whole number is slowed down. */
  SPAM(131048, Kind.THROTTLED),

  UNKNOWN(1, Kind.LATER),
  SERVICE(2, Kind.LATER),
  SOMETHING(131000, Kind.LATER),
  UNAVAILABLE(131016, Kind.LATER),
  /** Too many to one person: who talks much must not stop the others. */
  PAIR(131056, Kind.LATER),
  MAINTENANCE(131057, Kind.LATER),
  SERVER(133004, Kind.LATER),

  PARAMETER(100, Kind.REFUSED),
  EXPERIMENT(130472, Kind.REFUSED),
  PARAMETER_MISSING(131008, Kind.REFUSED),
  PARAMETER_VALUE(131009, Kind.REFUSED),
  TO_OURSELVES(131021, Kind.REFUSED),
  /** No WhatsApp there, an old one, or its terms not accepted. */
  UNDELIVERABLE(131026, Kind.REFUSED),
  NOT_AMONG_TESTERS(131030, Kind.REFUSED),
  /** Nobody has written for 24 hours. */
  RE_ENGAGEMENT(131047, Kind.REFUSED),
  ENOUGH_ADVERTISING(131049, Kind.REFUSED),
  STOPPED(131050, Kind.REFUSED),
  TYPE(131051, Kind.REFUSED),
  TEMPLATE_PARAMETERS(132000, Kind.REFUSED),
  TEMPLATE_MISSING(132001, Kind.REFUSED),
  TEMPLATE_TOO_LONG(132005, Kind.REFUSED),
  TEMPLATE_POLICY(132007, Kind.REFUSED),
  TEMPLATE_FORMAT(132012, Kind.REFUSED),
  TEMPLATE_PAUSED(132015, Kind.REFUSED),
  TEMPLATE_DISABLED(132016, Kind.REFUSED);

  /** What is to be done. */
  private enum Kind {
    /** Somebody has to mend something; nothing is lost. */
    LOCKED_OUT,
    /** The link pauses. */
    THROTTLED,
    /** This one message is tried again. */
    LATER,
    /** It never goes. */
    REFUSED
  }

  /** Permissions that were not given, or were taken away: 200 to 299. */
  private static final int LEAST_PERMISSION = 200;

  private static final int MOST_PERMISSION = 299;

  private static final Map<Integer, Fault> KNOWN = new HashMap<>();

  static {
    for (Fault fault : values()) KNOWN.put(fault.code, fault);
    for (int code = LEAST_PERMISSION; code <= MOST_PERMISSION; code++) KNOWN.put(code, PERMISSION);
  }

  private final int code;
  private final Kind kind;

  Fault(int code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /**
   * @param code of Meta's
   * @param status of HTTP
   * @param pause as Retry-After says it
   */
  static Verdict verdict(int code, int status, Optional<String> pause) {
    String name = "code " + code;
    Fault known = KNOWN.get(code);
    if (known == null)
      return verdict(status, pause) instanceof Verdict.Refused
          ? new Verdict.Refused(name)
          : verdict(status, pause);
    return switch (known.kind) {
      case LOCKED_OUT -> new Verdict.LockedOut(word(code));
      case THROTTLED -> Verdict.of(429, pause);
      case LATER -> new Verdict.Later(name);
      case REFUSED -> new Verdict.Refused(name);
    };
  }

  /** By which it is counted: a metric takes no number as long as most codes are. */
  static String word(int code) {
    Fault known = KNOWN.get(code);
    return known == null ? "other" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where no code is told. */
  static Verdict verdict(int status, Optional<String> pause) {
    return status == 401 ? new Verdict.LockedOut("HTTP 401") : Verdict.of(status, pause);
  }
}
