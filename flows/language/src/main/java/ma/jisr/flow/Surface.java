package ma.jisr.flow;

/**
 * What one screen or message may hold on a link.
 *
 * @param septets most GSM-7 septets (USSD: 182, some links 160; SMS: 160 for one segment)
 * @param units most UCS-2 units (USSD: 80, some links 70; SMS: 70 for one segment)
 */
public record Surface(int septets, int units) {
  /** 160 octets hold 182 septets or 80 UCS-2 units (3GPP TS 23.038 6.1.2.3). */
  public static final Surface USSD = new Surface(182, 80);

  /** One segment: 140 octets (3GPP TS 23.040 9.2.3.24). */
  public static final Surface SMS = new Surface(160, 70);

  /**
   * No chat platform we speak to takes less (Telegram and WhatsApp 4,096 characters, Mattermost
   * 16,383): no channel has to cut a text.
   */
  public static final Surface CHAT = new Surface(1600, 1600);
}
