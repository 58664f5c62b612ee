package ma.jisr.bench.load;

/** The numbers of SMPP 3.4 that the generator speaks: commands, statuses, TLVs, fields. */
final class Wire {
  static final int HEADER = 16;

  /** Octets of the longest PDU that an ESME may send here: 64 KB holds any message_payload. */
  static final int MOST = 0x10000;

  static final int GENERIC_NACK = 0x80000000;
  static final int BIND_RECEIVER = 1;
  static final int BIND_TRANSMITTER = 2;
  static final int SUBMIT_SM = 4;
  static final int DELIVER_SM = 5;
  static final int UNBIND = 6;
  static final int BIND_TRANSCEIVER = 9;
  static final int ENQUIRE_LINK = 0x15;
  static final int RESPONSE = 0x80000000;
  static final int SUBMIT_SM_RESP = SUBMIT_SM | RESPONSE;
  static final int DELIVER_SM_RESP = DELIVER_SM | RESPONSE;

  static final int OK = 0;

  /** ESME_RINVCMDID. */
  static final int UNKNOWN_COMMAND = 3;

  /** esm_class: the short_message begins with a user data header. */
  static final int UDH = 0x40;

  static final int SAR_TOTAL = 0x020E;
  static final int SAR_NUMBER = 0x020F;
  static final int USSD_OP = 0x0501;
  static final int ITS_SESSION = 0x1383;

  /** ussd_service_op: a dialled string. */
  static final byte DIALLED = 1;

  /** ussd_service_op: an answer to a screen. */
  static final byte ANSWERED = 18;

  /** ussd_service_op: the dialogue is over, as most centres say it (a vendor's value). */
  static final byte RELEASED = (byte) 0x81;

  /** ussd_service_op: a screen that asks. */
  static final byte ASKS = 2;

  private Wire() {}
}
