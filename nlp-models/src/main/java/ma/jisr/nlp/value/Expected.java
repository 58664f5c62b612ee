package ma.jisr.nlp.value;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.nlp.Intent;

/** The values that an intent takes, and what an unexplained number is to it. */
final class Expected {
  private static final Map<Intent, Expected> BY_INTENT = new EnumMap<>(Intent.class);

  static {
    for (Intent intent : Intent.values())
      BY_INTENT.put(intent, new Expected(intent, types(intent)));
  }

  /** Longer numbers are references or codes: nobody moves ten million dirhams by phone. */
  private static final int MAX_AMOUNT_DIGITS = 7;

  /** From so many digits on a bare number beside a bill or claim is its own. */
  private static final int LEAST_REF_DIGITS = 6;

  /** From so many digits on, a second number in a payment is the merchant's code. */
  private static final int LEAST_CODE_DIGITS = 3;

  private static final int MAX_TICKET_DIGITS = 5;

  private final Intent intent;
  private final Set<EntityType> types;

  private Expected(Intent intent, Set<EntityType> types) {
    this.intent = intent;
    this.types = types;
  }

  static Expected of(Intent intent) {
    return Objects.requireNonNull(BY_INTENT.get(intent));
  }

  private static Set<EntityType> types(Intent intent) {
    Set<EntityType> types =
        switch (intent) {
          case TICKET_TAKE -> EnumSet.of(EntityType.SLOT);
          case TICKET_STATUS -> EnumSet.of(EntityType.TICKET);
          case TICKET_CANCEL -> EnumSet.of(EntityType.TICKET, EntityType.SLOT);
          case CHALLENGE_SEARCH, NOTICE_READ, NOTICE_SUBSCRIBE, SUBSCRIPTION_STOP ->
              EnumSet.of(EntityType.THEME);
          case CHALLENGE_JOIN -> EnumSet.of(EntityType.REF, EntityType.THEME);
          case WALLET_TRANSFER, WALLET_TOPUP, WALLET_SUPPLIER, WALLET_BALANCE_OR_STATUS ->
              EnumSet.of(EntityType.AMOUNT, EntityType.MSISDN);
          case WALLET_MERCHANT_PAY, WALLET_BENEFIT -> EnumSet.of(EntityType.AMOUNT);
          case WALLET_BILL -> EnumSet.of(EntityType.BILLER, EntityType.AMOUNT, EntityType.REF);
          case WALLET_CLAIM -> EnumSet.of(EntityType.AMOUNT, EntityType.MSISDN, EntityType.REF);
          case LANGUAGE_CHANGE -> EnumSet.of(EntityType.LANGUAGE);
          case HOTSPOT_FIND,
              HOTSPOT_REPORT,
              SHOP_FIND,
              HELP,
              MYDATA_PRIVACY,
              SMALLTALK_GREETING,
              NONE ->
              EnumSet.noneOf(EntityType.class);
        };
    if (intent.takesPlace()) types.add(EntityType.PLACE);
    if (intent.takesShop()) types.add(EntityType.SHOP);
    return types;
  }

  List<Found> choose(List<Found> all) {
    boolean amount = all.stream().anyMatch(found -> found.type() == EntityType.AMOUNT);
    List<Found> chosen = new ArrayList<>(all.size());
    for (Found found : all) {
      EntityType type = meant(found, all, amount);
      if (!types.contains(type) || chosen.stream().anyMatch(c -> same(c, type, found))) continue;
      chosen.add(new Found(type, found.value(), found.start(), found.end()));
    }
    return chosen;
  }

  /** Said twice, or two readings of the same chars. */
  private static boolean same(Found chosen, EntityType type, Found found) {
    return chosen.type() == type
        && (chosen.value().equals(found.value()) || chosen.overlaps(found));
  }

  private EntityType meant(Found found, List<Found> all, boolean amount) {
    return switch (found.type()) {
      case NUMBER -> number(found, all, amount);
      case SPOKEN ->
          types.contains(EntityType.AMOUNT) && !amount ? EntityType.AMOUNT : found.type();
      case KEEPER -> intent == Intent.WALLET_SUPPLIER ? found.type() : EntityType.SHOP;
      case CODE -> types.contains(EntityType.TICKET) ? EntityType.TICKET : found.type();
      default -> found.type();
    };
  }

  private EntityType number(Found found, List<Found> all, boolean amount) {
    String digits = found.value();
    if (types.contains(EntityType.TICKET))
      return digits.length() <= MAX_TICKET_DIGITS
              && digits.indexOf('.') < 0
              && !isInCode(found, all)
          ? EntityType.TICKET
          : EntityType.NUMBER;
    if (intent == Intent.CHALLENGE_JOIN) return EntityType.REF;
    if (!types.contains(EntityType.AMOUNT)) return EntityType.NUMBER;
    boolean named = isRef(digits);
    if (named && types.contains(EntityType.REF)) return EntityType.REF;
    if (named) return EntityType.NUMBER;
    if (intent == Intent.WALLET_MERCHANT_PAY && isMerchant(found, all, amount))
      return EntityType.SHOP;
    if (isYear(digits)) return EntityType.NUMBER;
    return amount || digits.length() > MAX_AMOUNT_DIGITS ? EntityType.NUMBER : EntityType.AMOUNT;
  }

  /** "b12" is a ticket where one is wanted, else "for 12". */
  private static boolean isInCode(Found number, List<Found> all) {
    return all.stream().anyMatch(f -> f.type() == EntityType.CODE && f.overlaps(number));
  }

  /** Too long for a sum, or with a leading zero. */
  private static boolean isRef(String digits) {
    boolean whole = digits.indexOf('.') < 0;
    return whole
        && (digits.length() >= LEAST_REF_DIGITS
            || (digits.length() > 1 && digits.charAt(0) == '0'));
  }

  /** 2024 to 2039: a school year, a plan. */
  private static boolean isYear(String digits) {
    return digits.length() == 4
        && digits.startsWith("20")
        && (digits.charAt(2) == '3' || (digits.charAt(2) == '2' && digits.charAt(3) >= '4'));
  }

  /** A number beside the amount: "payer 5150 45 dh", "5150 45". */
  private static boolean isMerchant(Found found, List<Found> all, boolean amount) {
    if (found.value().indexOf('.') >= 0) return false;
    if (found.value().length() < LEAST_CODE_DIGITS) return false;
    if (amount) return true;
    if (found.value().length() == LEAST_CODE_DIGITS && isRound(found)) return false;
    Found other = null;
    for (Found one : all)
      if (one.type() == EntityType.NUMBER && !one.equals(found))
        if (other == null) other = one;
        else return false; // three numbers: nobody can tell
    return other != null && isCodeBeside(found, other);
  }

  /**
   * Of two bare numbers the longer one is the code; of equals the one that is no round sum, and
   * else the first, as in the code that is dialled.
   */
  private static boolean isCodeBeside(Found found, Found other) {
    int longer = Integer.compare(found.value().length(), other.value().length());
    if (other.value().indexOf('.') >= 0 || longer > 0) return true;
    if (longer < 0) return false;
    boolean round = isRound(found);
    return round == isRound(other) ? found.start() < other.start() : !round;
  }

  private static boolean isRound(Found number) {
    return number.value().endsWith("00");
  }
}
