package ma.jisr.gateway.channel.smpp;

import static ma.jisr.gateway.channel.smpp.Status.Kind.PERMANENT;
import static ma.jisr.gateway.channel.smpp.Status.Kind.TEMPORARY;
import static ma.jisr.gateway.channel.smpp.Status.Kind.THROTTLED;
import static ma.jisr.gateway.channel.smpp.Status.Kind.UNCERTAIN;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.gateway.channel.Sent;

/**
 * A command_status (SMPP 3.4 5.1.3, 5.0 4.7.6) and what it asks of the sender.
 *
 * @param code on the wire
 * @param name the standard's
 * @param kind what to do
 */
record Status(int code, String name, Kind kind) {
  /** What a refused submit_sm asks of us. */
  enum Kind {
    /** Pause the whole link. */
    THROTTLED,
    /** Try this one again later. */
    TEMPORARY,
    /** It may have been taken: trying again may deliver twice. */
    UNCERTAIN,
    /** Never try this one again. */
    PERMANENT
  }

  static final int OK = 0x00;
  static final int BAD_COMMAND = 0x03;
  static final int BAD_LENGTH = 0x02;
  static final int BUSY = 0x58;
  static final int BAD_BIND_STATE = 0x04;

  /** All that are not simply permanent, and the permanent ones that are worth a name in a log. */
  private static final Map<Integer, Status> TABLE =
      Stream.of(
              new Status(0x58, "ESME_RTHROTTLED", THROTTLED),
              new Status(0x14, "ESME_RMSGQFUL", THROTTLED),
              new Status(0x04, "ESME_RINVBNDSTS", TEMPORARY),
              new Status(0x08, "ESME_RSYSERR", TEMPORARY),
              new Status(0x61, "ESME_RINVSCHED", TEMPORARY),
              new Status(0x64, "ESME_RX_T_APPN", TEMPORARY),
              new Status(0x102, "ESME_RSERTYPUNAVAIL", TEMPORARY),
              new Status(0x45, "ESME_RSUBMITFAIL", UNCERTAIN),
              new Status(0x01, "ESME_RINVMSGLEN", PERMANENT),
              new Status(0x02, "ESME_RINVCMDLEN", PERMANENT),
              new Status(0x03, "ESME_RINVCMDID", PERMANENT),
              new Status(0x05, "ESME_RALYBND", PERMANENT),
              new Status(0x0A, "ESME_RINVSRCADR", PERMANENT),
              new Status(0x0B, "ESME_RINVDSTADR", PERMANENT),
              new Status(0x0D, "ESME_RBINDFAIL", PERMANENT),
              new Status(0x0E, "ESME_RINVPASWD", PERMANENT),
              new Status(0x0F, "ESME_RINVSYSID", PERMANENT),
              new Status(0x15, "ESME_RINVSERTYP", PERMANENT),
              new Status(0x43, "ESME_RINVESMCLASS", PERMANENT),
              new Status(0x48, "ESME_RINVSRCTON", PERMANENT),
              new Status(0x49, "ESME_RINVSRCNPI", PERMANENT),
              new Status(0x50, "ESME_RINVDSTTON", PERMANENT),
              new Status(0x51, "ESME_RINVDSTNPI", PERMANENT),
              new Status(0x65, "ESME_RX_P_APPN", PERMANENT),
              new Status(0x66, "ESME_RX_R_APPN", PERMANENT),
              new Status(0xC4, "ESME_RINVTLVVAL", PERMANENT),
              new Status(0xFE, "ESME_RDELIVERYFAILURE", PERMANENT))
          .collect(Collectors.toUnmodifiableMap(Status::code, Function.identity()));

  /** The row of a code; one that is in no table is permanent, and named by its number. */
  static Status of(int code) {
    Status known = TABLE.get(code);
    return known == null
        ? new Status(code, "0x" + Integer.toHexString(code).toUpperCase(Locale.ROOT), PERMANENT)
        : known;
  }

  /** What this refusal is to the sender of the message. */
  Sent sent() {
    return switch (kind) {
      case THROTTLED, TEMPORARY -> new Sent.Later(name);
      case UNCERTAIN -> new Sent.Uncertain(name);
      case PERMANENT -> new Sent.Refused(name);
    };
  }
}
