package ma.jisr.gateway.channel.smpp;

/** Tags of the optional parameters used here (SMPP 3.4 5.3.2; 5.0 4.8.4). */
final class Tlvs {
  static final int RECEIPTED_MESSAGE_ID = 0x001E;
  static final int USER_MESSAGE_REFERENCE = 0x0204;
  static final int SAR_MSG_REF_NUM = 0x020C;
  static final int SAR_TOTAL_SEGMENTS = 0x020E;
  static final int SAR_SEGMENT_SEQNUM = 0x020F;
  static final int NETWORK_ERROR_CODE = 0x0423;
  static final int MESSAGE_PAYLOAD = 0x0424;
  static final int MESSAGE_STATE = 0x0427;
  static final int USSD_SERVICE_OP = 0x0501;
  static final int ITS_SESSION_INFO = 0x1383;

  private Tlvs() {}
}
